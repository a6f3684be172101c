import type { Assessment, FunctionSummary } from "../model/assessment.ts";

type CsvValue = string | number | null;

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
 * Text that a spreadsheet would take for a formula gets an apostrophe in front (OWASP, "CSV
 * Injection").
 */
export function renderCsv(assessment: Assessment): string {
  const rows = assessment.functions.map((one) => COLUMNS.map(([, value]) => field(value(one))));
  const lines = [COLUMNS.map(([name]) => name), ...rows].map((row) => row.join(","));
  return `${lines.join("\r\n")}\r\n`;
}

function ofCalls(one: FunctionSummary, durationMs: number): number | null {
  return one.durationMs.count === 0 ? null : durationMs;
}

function field(value: CsvValue): string {
  if (value === null) return "";
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  // Spreadsheets skip blanks before the sign that starts a formula.
  const safe = /^(?:\s*[=+\-@]|[\t\r\n])/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
