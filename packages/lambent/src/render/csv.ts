import { csvField, type CsvValue } from "./csv-field.ts";
import type { Assessment, FunctionSummary } from "../model/assessment.ts";

const COLUMNS: readonly (readonly [name: string, value: (one: FunctionSummary) => CsvValue])[] = [
  ["function", (one) => one.name],
  ["region", (one) => one.region],
  ["architecture", (one) => one.architecture],
  ["memory_sizes_mb", (one) => one.memorySizesMb.join(" ")],
  ["invocations", (one) => one.invocations],
  ["errors", (one) => one.errors],
  ["error_rate", (one) => one.errorRate],
  ["timeouts", (one) => one.timeouts],
  ["throttles", (one) => one.throttles],
  ["retries", (one) => one.retries],
  ["cold_starts", (one) => one.coldStarts],
  ["cold_start_unknown", (one) => one.coldStartUnknown],
  ["cold_start_share", (one) => one.coldStartShare],
  ["init_time_share", (one) => one.initTimeShare],
  ["init_p50_ms", (one) => one.initDurationMs?.p50 ?? null],
  ["duration_p50_ms", (one) => ofCalls(one, one.durationMs.p50)],
  ["duration_p95_ms", (one) => ofCalls(one, one.durationMs.p95)],
  ["duration_p99_ms", (one) => ofCalls(one, one.durationMs.p99)],
  ["duration_max_ms", (one) => ofCalls(one, one.durationMs.max)],
  ["memory_size_mb", (one) => one.memory?.memorySizeMb ?? null],
  ["memory_used_p99_mb", (one) => one.memory?.usedMb.p99 ?? null],
  ["memory_used_max_mb", (one) => one.memory?.usedMb.max ?? null],
  ["max_concurrency", (one) => one.concurrency?.max ?? null],
  ["gb_seconds", (one) => one.gbSeconds],
  ["cost_usd", (one) => one.cost?.totalUsd ?? null],
  ["cost_duration_usd", (one) => one.cost?.durationUsd ?? null],
  ["cost_init_usd", (one) => one.cost?.initUsd ?? null],
  ["cost_failed_usd", (one) => one.cost?.failedUsd ?? null],
  ["cost_requests_usd", (one) => one.cost?.requestsUsd ?? null],
  ["cost_unknown_invocations", (one) => one.costUnknown],
  ["cost_per_month_usd", (one) => one.costPerMonthUsd],
  ["cost_share", (one) => one.costShare],
];

/**
 * The functions table as RFC 4180: comma, CRLF, one header line, full precision, unknown is empty.
 */
export function renderCsv(assessment: Assessment): string {
  const rows = assessment.functions.map((one) => COLUMNS.map(([, value]) => csvField(value(one))));
  const lines = [COLUMNS.map(([name]) => name), ...rows].map((row) => row.join(","));
  return `${lines.join("\r\n")}\r\n`;
}

function ofCalls(one: FunctionSummary, durationMs: number): number | null {
  return one.durationMs.count === 0 ? null : durationMs;
}
