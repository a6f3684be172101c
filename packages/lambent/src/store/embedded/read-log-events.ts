import type { DuckDBConnection } from "@duckdb/node-api";
import duckdb from "@duckdb/node-bindings";
import type { LogEvent } from "../../model/log-event.ts";
import type { LogEventFilter } from "../store.ts";
import { readStrings, readTimestamps } from "./column-reader.ts";
import { textSql, timeSql } from "./condition.ts";

/** Log events by time; those without one last, as they were written. */
export async function* readLogEvents(
  connection: DuckDBConnection,
  filter: LogEventFilter,
): AsyncGenerator<LogEvent[]> {
  const conditions = [
    ...timeSql("e.timestamp", filter.time),
    ...textSql("s.log_group", filter.logGroup),
    ...textSql("s.log_stream", filter.logStream),
  ];
  const where = conditions.length > 0 ? `WHERE ${conditions.join(" AND ")}` : "";
  const result = await connection.stream(
    `SELECT e.message, e.timestamp, s.log_group, s.log_stream
     FROM log_event e JOIN log_stream s ON s.stream = e.stream ${where}
     ORDER BY e.timestamp NULLS LAST, e.segment, e.place`,
  );
  for (;;) {
    const chunk = await result.fetchChunk();
    const count = chunk?.rowCount ?? 0;
    if (chunk === null || count === 0) return;
    const vector = (column: number): duckdb.Vector =>
      duckdb.data_chunk_get_vector(chunk.chunk, column);
    const message = readStrings(vector(0), count);
    const timestamp = readTimestamps(vector(1), count);
    const logGroup = readStrings(vector(2), count);
    const logStream = readStrings(vector(3), count);
    const events: LogEvent[] = [];
    for (let row = 0; row < count; row++) {
      events.push({
        message: message[row]!,
        timestamp: timestamp[row]!,
        logGroup: logGroup[row]!,
        logStream: logStream[row]!,
      });
    }
    yield events;
  }
}
