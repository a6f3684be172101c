import type { DuckDBConnection } from "@duckdb/node-api";
import { foreignFile, newerSchema, oldSchema } from "./store-problem.ts";
import { createTablesSql, MARKER_TABLE, SCHEMA_VERSION } from "./schema.ts";

/** Statements that lead from a version to the next one. None yet: 1 is the first. */
const STEPS: Readonly<Record<number, readonly string[]>> = {};

async function firstValue(connection: DuckDBConnection, sql: string): Promise<unknown> {
  const reader = await connection.runAndReadAll(sql);
  return reader.getRows()[0]?.[0] ?? null;
}

/** Makes the tables of an empty database, all or none. */
export async function createTables(connection: DuckDBConnection): Promise<void> {
  await connection.run("BEGIN TRANSACTION");
  for (const sql of createTablesSql()) await connection.run(sql);
  await connection.run("COMMIT");
}

/** True where the database holds no table at all. */
export async function isEmptyDatabase(connection: DuckDBConnection): Promise<boolean> {
  return Number(await firstValue(connection, "SELECT count(*) FROM duckdb_tables()")) === 0;
}

/**
 * Brings the tables to the present version.
 * Problems: LAMBENT_STORE_FOREIGN (a database of something else), LAMBENT_STORE_OLD_SCHEMA (no way
 * from there, or opened for reading only), LAMBENT_STORE_NEWER_SCHEMA.
 */
export async function migrate(
  connection: DuckDBConnection,
  path: string,
  writable: boolean,
): Promise<void> {
  const marked = await firstValue(
    connection,
    `SELECT count(*) FROM duckdb_tables() WHERE table_name = '${MARKER_TABLE}'`,
  );
  if (Number(marked) === 0) throw foreignFile(path, "it is a DuckDB database of something else");
  const found = Number(await firstValue(connection, `SELECT schema_version FROM ${MARKER_TABLE}`));
  if (found > SCHEMA_VERSION) throw newerSchema(path, `tables of version ${found}`);
  if (found === SCHEMA_VERSION) return;
  if (!writable) throw oldSchema(path, found, SCHEMA_VERSION);
  await connection.run("BEGIN TRANSACTION");
  for (let version = found; version < SCHEMA_VERSION; version++) {
    const step = STEPS[version];
    if (step === undefined) {
      await connection.run("ROLLBACK");
      throw oldSchema(path, found, SCHEMA_VERSION);
    }
    for (const sql of step) await connection.run(sql);
  }
  await connection.run(`UPDATE ${MARKER_TABLE} SET schema_version = ${SCHEMA_VERSION}`);
  await connection.run("COMMIT");
}
