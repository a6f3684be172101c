import { INVOCATION_COLUMNS, type ColumnKind } from "../invocation-columns.ts";

/** Version of the tables; raised with every change, together with a step in `migrate.ts`. */
export const SCHEMA_VERSION = 1;

/** Table that says that a DuckDB file is a Lambent store. */
export const MARKER_TABLE = "lambent_store";

/** Numbers are DOUBLE whatever they mean: nothing is lost, and whole numbers compress as well. */
const SQL_TYPES: Readonly<Record<ColumnKind, string>> = {
  number: "DOUBLE",
  boolean: "BOOLEAN",
  time: "TIMESTAMP",
  string: "VARCHAR",
  id: "VARCHAR",
};

function invocationColumnsSql(): string {
  return INVOCATION_COLUMNS.map((c) => `${c.name} ${SQL_TYPES[c.kind]}`).join(", ");
}

/**
 * Every table. `segment` is the number of one block of one object, `place` the position in the
 * block: rows are found, replaced and ordered by them.
 */
export function createTablesSql(): string[] {
  const row = `segment UINTEGER, place UINTEGER, key UBIGINT, ${invocationColumnsSql()}`;
  return [
    `CREATE TABLE invocation (${row})`,
    // Same shape: copies of counted invocations, kept so that one can take the place of the other.
    `CREATE TABLE duplicate_invocation (${row})`,
    `CREATE TABLE log_stream (stream UINTEGER, log_group VARCHAR, log_stream VARCHAR)`,
    // Log rows are written by several threads at once, so their order in the file says nothing.
    `CREATE TABLE log_event (segment UINTEGER, place UINTEGER, stream UINTEGER,
       timestamp TIMESTAMP, message VARCHAR USING COMPRESSION zstd)`,
    `CREATE TABLE rollup_5m (function_name VARCHAR, region VARCHAR, memory_size_mb DOUBLE,
       bin TIMESTAMP, invocations BIGINT, errors BIGINT, timeouts BIGINT, cold_starts BIGINT,
       cold_start_unknown BIGINT, duration_ms DOUBLE, billed_duration_ms DOUBLE,
       init_duration_ms DOUBLE, cost_usd DOUBLE, cost_unknown BIGINT, max_duration_ms DOUBLE,
       max_memory_used_mb DOUBLE)`,
    `CREATE TABLE histogram_1h (function_name VARCHAR, region VARCHAR, memory_size_mb DOUBLE,
       hour TIMESTAMP, bucket INTEGER, n BIGINT)`,
    `CREATE TABLE source_object (object UINTEGER, name VARCHAR, etag VARCHAR, parser VARCHAR,
       log_events BOOLEAN, complete BOOLEAN, format VARCHAR, bytes DOUBLE, problem VARCHAR,
       unread VARCHAR)`,
    `CREATE TABLE ingest_segment (segment UINTEGER, object UINTEGER, block UINTEGER,
       token VARCHAR, invocations UINTEGER, log_events UINTEGER)`,
    `CREATE TABLE ${MARKER_TABLE} (schema_version INTEGER, created_by VARCHAR)`,
    `INSERT INTO ${MARKER_TABLE} VALUES (${SCHEMA_VERSION}, 'lambent')`,
  ];
}
