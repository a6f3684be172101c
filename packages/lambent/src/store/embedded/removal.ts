import type { DuckDBConnection } from "@duckdb/node-api";
import { remakeSums, sameSql, SUM_KEY } from "./remake-sums.ts";

/** Above every segment. */
const ALL_SEGMENTS = 4_294_967_296;
const IDENTITY = ["request_id", "timestamp", "duration_ms"];

/**
 * Takes the rows of an object out, inside the caller's transaction, in which nothing was written
 * yet. Of the copies of a row that goes, the first takes its place.
 */
export async function removeObject(connection: DuckDBConnection, object: number): Promise<void> {
  const mine = `segment IN (SELECT segment FROM ingest_segment WHERE object = ${object})`;
  const run = async (sql: string): Promise<void> => void (await connection.run(sql));

  await run(`CREATE OR REPLACE TEMP TABLE gone AS
    SELECT key, ${[...IDENTITY, ...SUM_KEY].join(", ")} FROM invocation WHERE ${mine}`);
  for (const table of ["invocation", "duplicate_invocation", "log_event"]) {
    await run(`DELETE FROM ${table} WHERE ${mine}`);
  }
  await run(`CREATE OR REPLACE TEMP TABLE heir AS
    SELECT d.* FROM duplicate_invocation d
    JOIN ingest_segment s USING (segment) JOIN source_object o USING (object)
    SEMI JOIN gone t ON d.key = t.key AND ${sameSql("d", IDENTITY)}
    QUALIFY row_number() OVER (PARTITION BY ${IDENTITY.map((c) => `d.${c}`).join(", ")}
      ORDER BY o.name, s.block, d.place) = 1`);
  await run("INSERT INTO invocation SELECT * FROM heir");
  await run(`DELETE FROM duplicate_invocation d USING heir t
    WHERE d.segment = t.segment AND d.place = t.place`);

  const columns = `${SUM_KEY.join(", ")}, timestamp`;
  const changed = `SELECT ${columns} FROM gone UNION ALL SELECT ${columns} FROM heir`;
  await remakeSums(connection, changed, ALL_SEGMENTS);
  await run(`DELETE FROM ingest_segment WHERE object = ${object}`);
  await run(`DELETE FROM source_object WHERE object = ${object}`);
  await run("DROP TABLE gone; DROP TABLE heir");
}

/** A row by where it is. */
export interface RowPlace {
  readonly segment: number;
  readonly place: number;
}

/**
 * Makes copies of rows that count, because others now come before them. Sums are made again of the
 * rows below `firstSegment`; those of the open transaction are still to be summed.
 */
export async function demoteRows(
  connection: DuckDBConnection,
  rows: readonly RowPlace[],
  firstSegment: number,
): Promise<void> {
  if (rows.length === 0) return;
  const values = rows.map(({ segment, place }) => `(${segment}, ${place})`).join(", ");
  await connection.run(`CREATE OR REPLACE TEMP TABLE demoted AS
    SELECT i.* FROM invocation i JOIN (VALUES ${values}) v(segment, place) USING (segment, place)`);
  await connection.run("INSERT INTO duplicate_invocation SELECT * FROM demoted");
  await connection.run(`DELETE FROM invocation i USING demoted t
    WHERE i.segment = t.segment AND i.place = t.place`);
  const changed = `SELECT ${SUM_KEY.join(", ")}, timestamp FROM demoted`;
  await remakeSums(connection, changed, firstSegment);
  await connection.run("DROP TABLE demoted");
}
