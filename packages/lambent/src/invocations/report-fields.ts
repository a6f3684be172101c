/**
 * A longer duration is not believed. Functions run for 15 minutes at most, durable executions for one
 * year (AWS Lambda quotas). Milliseconds.
 */
export const LONGEST_DURATION_MS: number = 366 * 86_400_000;

/** What a text REPORT line says; a field that it does not carry is null. */
export interface ReportFields {
  requestId: string;
  durationMs: number;
  billedDurationMs: number | null;
  memorySizeMb: number | null;
  maxMemoryUsedMb: number | null;
  initDurationMs: number | null;
  restoreDurationMs: number | null;
  billedRestoreDurationMs: number | null;
  /** As printed after `Status:`, or null where the line has none. */
  status: string | null;
  errorType: string | null;
  traceId: string | null;
  sampled: boolean | null;
}
