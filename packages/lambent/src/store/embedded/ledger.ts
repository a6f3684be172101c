import type { DuckDBConnection } from "@duckdb/node-api";
import type { UnreadSummary } from "../../model/assessment.ts";
import type { ObjectState } from "./ingest-batch.ts";

/** What was ingested before, and the next free numbers. */
export async function loadLedger(
  connection: DuckDBConnection,
): Promise<{ objects: ObjectState[]; nextObject: number; nextSegment: number }> {
  const objects = await connection.runAndReadAll(
    `SELECT o.object, o.name, o.etag, o.parser, o.log_events, o.complete, o.format, o.bytes,
       o.problem, o.unread, (SELECT count(*)::INTEGER FROM ingest_segment s WHERE s.object = o.object)
     FROM source_object o ORDER BY o.name`,
  );
  const next = await connection.runAndReadAll(
    `SELECT (SELECT coalesce(max(object) + 1, 0)::DOUBLE FROM source_object),
       (SELECT coalesce(max(segment) + 1, 0)::DOUBLE FROM ingest_segment)`,
  );
  const [nextObject, nextSegment] = next.getRows()[0] as [number, number];
  return {
    nextObject,
    nextSegment,
    objects: objects.getRows().map((row) => ({
      object: row[0] as number,
      name: row[1] as string,
      etag: row[2] as string,
      parser: row[3] as string,
      logEvents: row[4] as boolean,
      blocks: row[10] as number,
      outcome:
        row[5] === true
          ? {
              format: row[6] as string,
              bytes: row[7] as number,
              problem: row[8] as string | null,
              unread: JSON.parse(row[9] as string) as UnreadSummary,
            }
          : null,
    })),
  };
}
