import { loadPeer } from "./install.mjs";

/**
 * As much of DuckDB's interface as the peers use.
 * @typedef {object} Connection
 * @property {(sql: string) => Promise<unknown>} run
 * @property {(sql: string) => Promise<{ getRowObjects(): Record<string, unknown>[] }>} runAndReadAll
 *
 * @typedef {object} Database
 * @property {() => Promise<Connection>} connect
 * @property {() => void} closeSync
 *
 * @typedef {object} DuckDb
 * @property {{ create(path: string, options?: Record<string, string>): Promise<Database> }} DuckDBInstance
 */

/**
 * Opens a database with the peers' own copy of DuckDB.
 * @param {string} path
 * @param {Record<string, string>} [options]
 */
export async function openDuckdb(path, options = {}) {
  const { DuckDBInstance } = /** @type {DuckDb} */ (loadPeer("@duckdb/node-api"));
  const database = await DuckDBInstance.create(path, options);
  return { database, connection: await database.connect() };
}
