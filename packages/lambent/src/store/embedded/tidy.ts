import type { DuckDBConnection } from "@duckdb/node-api";
import { MERGED_HISTOGRAMS, MERGED_ROLLUPS } from "./rollup.ts";
import { timestampSql } from "./condition.ts";

/** Merges rows of the same bin, where that halves the table or better. */
export async function compact(connection: DuckDBConnection): Promise<void> {
  for (const [table, merged] of [
    ["rollup_5m", MERGED_ROLLUPS],
    ["histogram_1h", MERGED_HISTOGRAMS],
  ] as const) {
    const reader = await connection.runAndReadAll(
      `SELECT (SELECT count(*) FROM ${table}) >= 2 * (SELECT count(*) FROM (${merged}))
         AND (SELECT count(*) FROM ${table}) > 0`,
    );
    if (reader.getRows()[0]?.[0] !== true) continue;
    await connection.run(`BEGIN TRANSACTION;
      CREATE TEMP TABLE merged AS ${merged};
      DELETE FROM ${table};
      INSERT INTO ${table} SELECT * FROM merged;
      DROP TABLE merged;
      COMMIT`);
  }
}

/** Deletes rows older than a time. Their sums stay in the rollups and histogram rows. */
export async function forgetRowsBefore(
  connection: DuckDBConnection,
  timeMs: number,
): Promise<{ invocations: number; logEvents: number }> {
  const old = `timestamp < ${timestampSql(timeMs)}`;
  await connection.run("BEGIN TRANSACTION");
  try {
    const invocations = await connection.run(`DELETE FROM invocation WHERE ${old}`);
    await connection.run(`DELETE FROM duplicate_invocation WHERE ${old}`);
    const logEvents = await connection.run(`DELETE FROM log_event WHERE ${old}`);
    await connection.run("COMMIT");
    return { invocations: invocations.rowsChanged, logEvents: logEvents.rowsChanged };
  } catch (error) {
    await connection.run("ROLLBACK").catch(() => undefined);
    throw error;
  }
}
