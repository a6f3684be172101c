import type { DuckDBConnection } from "@duckdb/node-api";
import { histogramSql, rollupSql } from "./rollup.ts";

const same = (table: string, columns: readonly string[]): string =>
  columns.map((c) => `${table}.${c} IS NOT DISTINCT FROM t.${c}`).join(" AND ");

const GROUP = ["function_name", "region", "memory_size_mb"];

/**
 * Takes the rows of an object out, inside the caller's transaction. A copy of a row that goes takes
 * its place. Rollups and histogram rows of every bin that is touched are made again from the rows.
 */
export async function removeObject(connection: DuckDBConnection, object: number): Promise<void> {
  const mine = `segment IN (SELECT segment FROM ingest_segment WHERE object = ${object})`;
  const run = async (sql: string): Promise<void> => void (await connection.run(sql));

  await run(`CREATE OR REPLACE TEMP TABLE gone AS
    SELECT key, request_id, timestamp, duration_ms, function_name, region, memory_size_mb
    FROM invocation WHERE ${mine}`);
  for (const table of ["invocation", "duplicate_invocation", "log_event"]) {
    await run(`DELETE FROM ${table} WHERE ${mine}`);
  }
  await run(`CREATE OR REPLACE TEMP TABLE heir AS
    SELECT d.* FROM duplicate_invocation d
    SEMI JOIN gone t ON d.key = t.key
      AND ${same("d", ["request_id", "timestamp", "duration_ms"])}
    QUALIFY row_number() OVER (PARTITION BY d.request_id, d.timestamp, d.duration_ms
      ORDER BY d.segment, d.place) = 1`);
  await run("INSERT INTO invocation SELECT * FROM heir");
  await run(`DELETE FROM duplicate_invocation d USING heir t
    WHERE d.segment = t.segment AND d.place = t.place`);

  for (const [table, bin, width, make] of [
    ["rollup_5m", "bin", "5 MINUTE", rollupSql],
    ["histogram_1h", "hour", "1 HOUR", histogramSql],
  ] as const) {
    await run(`CREATE OR REPLACE TEMP TABLE touched AS
      SELECT DISTINCT ${GROUP.join(", ")}, time_bucket(INTERVAL ${width}, timestamp) AS ${bin}
      FROM (SELECT * FROM gone UNION ALL BY NAME
            SELECT ${GROUP.join(", ")}, timestamp FROM heir)`);
    await run(`DELETE FROM ${table} USING touched t WHERE ${same(table, [...GROUP, bin])}`);
    const remaining = make(
      `EXISTS (SELECT 1 FROM touched t WHERE ${same("invocation", GROUP)}
        AND time_bucket(INTERVAL ${width}, invocation.timestamp) IS NOT DISTINCT FROM t.${bin})`,
    );
    await run(`INSERT INTO ${table} ${remaining}`);
  }
  await run(`DELETE FROM ingest_segment WHERE object = ${object}`);
  await run(`DELETE FROM source_object WHERE object = ${object}`);
  await run("DROP TABLE gone; DROP TABLE heir; DROP TABLE touched");
}
