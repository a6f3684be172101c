import type { DuckDBConnection } from "@duckdb/node-api";
import type { UnreadSummary } from "../../model/assessment.ts";
import type { HistogramRow, RollupRow, StoredObject } from "../store.ts";
import { MERGED_HISTOGRAMS, MERGED_ROLLUPS } from "./rollup.ts";

const NOTHING_UNREAD: UnreadSummary = {
  malformedReports: 0,
  examples: [],
  orphanFailures: 0,
  unfinished: 0,
  billingMismatches: 0,
  droppedRecords: 0,
  duplicates: 0,
};

/** Objects by name, with what each still holds. */
export async function readObjects(connection: DuckDBConnection): Promise<StoredObject[]> {
  const rowsOf = (table: string): string =>
    `(SELECT s.object, count(*) AS n FROM ${table} r JOIN ingest_segment s USING (segment)
      GROUP BY s.object)`;
  const reader = await connection.runAndReadAll(
    `SELECT o.name, o.etag, o.parser, o.log_events, o.complete, o.format, o.bytes, o.problem,
       o.unread, coalesce(i.n, 0)::DOUBLE, coalesce(d.n, 0)::DOUBLE, coalesce(l.n, 0)::DOUBLE
     FROM source_object o
     LEFT JOIN ${rowsOf("invocation")} i USING (object)
     LEFT JOIN ${rowsOf("duplicate_invocation")} d USING (object)
     LEFT JOIN ${rowsOf("log_event")} l USING (object)
     ORDER BY o.name`,
  );
  return reader.getRows().map((row) => {
    const unread =
      row[8] === null ? NOTHING_UNREAD : (JSON.parse(row[8] as string) as UnreadSummary);
    return {
      name: row[0] as string,
      etag: row[1] as string,
      parser: row[2] as string,
      logEvents: row[3] as boolean,
      complete: row[4] as boolean,
      format: row[5] as string,
      bytes: row[6] as number,
      problem: row[7] as string | null,
      invocations: row[9] as number,
      logEventCount: row[11] as number,
      unread: { ...unread, duplicates: unread.duplicates + (row[10] as number) },
    };
  });
}

type Value = string | number | null;

export async function readRollups(connection: DuckDBConnection): Promise<RollupRow[]> {
  const reader = await connection.runAndReadAll(
    `SELECT function_name, region, memory_size_mb, epoch_ms(bin)::DOUBLE, invocations::DOUBLE,
       errors::DOUBLE, timeouts::DOUBLE, cold_starts::DOUBLE, cold_start_unknown::DOUBLE,
       duration_ms, billed_duration_ms, init_duration_ms, cost_usd, cost_unknown::DOUBLE,
       max_duration_ms, max_memory_used_mb
     FROM (${MERGED_ROLLUPS}) ORDER BY ALL`,
  );
  return (reader.getRows() as Value[][]).map((row) => ({
    functionName: row[0] as string | null,
    region: row[1] as string | null,
    memorySizeMb: row[2] as number | null,
    binMs: row[3] as number | null,
    invocations: row[4] as number,
    errors: row[5] as number,
    timeouts: row[6] as number,
    coldStarts: row[7] as number,
    coldStartUnknown: row[8] as number,
    durationMs: row[9] as number,
    billedDurationMs: row[10] as number,
    initDurationMs: row[11] as number,
    costUsd: row[12] as number,
    costUnknown: row[13] as number,
    maxDurationMs: row[14] as number,
    maxMemoryUsedMb: row[15] as number | null,
  }));
}

export async function readHistograms(connection: DuckDBConnection): Promise<HistogramRow[]> {
  const reader = await connection.runAndReadAll(
    `SELECT function_name, region, memory_size_mb, epoch_ms(hour)::DOUBLE, bucket, n::DOUBLE
     FROM (${MERGED_HISTOGRAMS}) ORDER BY ALL`,
  );
  return (reader.getRows() as Value[][]).map((row) => ({
    functionName: row[0] as string | null,
    region: row[1] as string | null,
    memorySizeMb: row[2] as number | null,
    hourMs: row[3] as number | null,
    bucket: row[4] as number | null,
    count: row[5] as number,
  }));
}
