import type { DuckDBConnection } from "@duckdb/node-api";
import duckdb from "@duckdb/node-bindings";
import type { Invocation } from "../../model/invocation.ts";
import type { InvocationFilter } from "../store.ts";
import { readBooleans, readDoubles, readStrings, readTimestamps } from "./column-reader.ts";
import {
  INVOCATION_COLUMNS,
  invocationsFrom,
  type ColumnKind,
  type ColumnValues,
} from "../invocation-columns.ts";
import { timeSql, textSql } from "./condition.ts";

const READERS: Readonly<Record<ColumnKind, (v: duckdb.Vector, n: number) => ColumnValues>> = {
  number: readDoubles,
  boolean: readBooleans,
  time: readTimestamps,
  string: readStrings,
  id: readStrings,
};

/** Invocations in the order of (object name, block, row). */
export async function* readInvocations(
  connection: DuckDBConnection,
  filter: InvocationFilter,
): AsyncGenerator<Invocation[]> {
  const conditions = [
    ...timeSql("timestamp", filter.time),
    ...textSql("function_name", filter.functionName),
  ];
  const where = conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : "";
  const columns = INVOCATION_COLUMNS.map((c) => c.name).join(", ");
  const sql = (await isStoredInOrder(connection))
    ? `SELECT ${columns} FROM invocation ${where}`
    : `SELECT ${columns} FROM invocation JOIN (${SEGMENT_ORDER}) USING (segment) ${where}
       ORDER BY rank, place`;
  const result = await connection.stream(sql);
  for (;;) {
    const chunk = await result.fetchChunk();
    const count = chunk?.rowCount ?? 0;
    if (chunk === null || count === 0) return;
    const values = INVOCATION_COLUMNS.map((column, i) =>
      READERS[column.kind](duckdb.data_chunk_get_vector(chunk.chunk, i), count),
    );
    yield invocationsFrom(values, count);
  }
}

const SEGMENT_ORDER = `SELECT s.segment, row_number() OVER (ORDER BY o.name, s.block) AS rank
  FROM ingest_segment s JOIN source_object o ON o.object = s.object`;

/**
 * Rows are stored as they came. Sorting is left out where that is the order asked for: after one
 * ingest it is. A copy that took the place of another row stands at the end, out of order.
 */
async function isStoredInOrder(connection: DuckDBConnection): Promise<boolean> {
  const reader = await connection.runAndReadAll(`
    SELECT NOT EXISTS (SELECT 1 FROM
        (SELECT rank, lag(rank) OVER (ORDER BY segment) AS before FROM (${SEGMENT_ORDER}))
        WHERE rank < before)
      AND NOT EXISTS (SELECT 1 FROM
        (SELECT position, lag(position) OVER () AS before
          FROM (SELECT segment::BIGINT * 4294967296 + place AS position FROM invocation))
        WHERE position < before)`);
  return reader.getRows()[0]?.[0] === true;
}
