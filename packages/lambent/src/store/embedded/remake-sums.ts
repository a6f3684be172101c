import type { DuckDBConnection } from "@duckdb/node-api";
import { histogramSql, rollupSql } from "./rollup.ts";

/** Columns by which sums are kept, besides the time. */
export const SUM_KEY: readonly string[] = ["function_name", "region", "memory_size_mb"];

/** Equality of columns of a table with those of `t`, where null equals null. */
export function sameSql(table: string, columns: readonly string[]): string {
  return columns.map((c) => `${table}.${c} IS NOT DISTINCT FROM t.${c}`).join(" AND ");
}

/**
 * Makes the rollups and histogram rows of some bins again from the rows with a segment below
 * `before`. `changed` selects `SUM_KEY` and `timestamp` of every row that came or went.
 */
export async function remakeSums(
  connection: DuckDBConnection,
  changed: string,
  before: number,
): Promise<void> {
  for (const [table, bin, width, make] of [
    ["rollup_5m", "bin", "5 MINUTE", rollupSql],
    ["histogram_1h", "hour", "1 HOUR", histogramSql],
  ] as const) {
    await connection.run(`CREATE OR REPLACE TEMP TABLE touched AS
      SELECT DISTINCT ${SUM_KEY.join(", ")}, time_bucket(INTERVAL ${width}, timestamp) AS ${bin}
      FROM (${changed})`);
    await connection.run(
      `DELETE FROM ${table} USING touched t WHERE ${sameSql(table, [...SUM_KEY, bin])}`,
    );
    const remaining = make(
      `segment < ${before} AND EXISTS (SELECT 1 FROM touched t
        WHERE ${sameSql("invocation", SUM_KEY)}
        AND time_bucket(INTERVAL ${width}, invocation.timestamp) IS NOT DISTINCT FROM t.${bin})`,
    );
    await connection.run(`INSERT INTO ${table} ${remaining}`);
  }
  await connection.run("DROP TABLE touched");
}
