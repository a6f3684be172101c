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
