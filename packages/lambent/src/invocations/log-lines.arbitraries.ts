import fc from "fast-check";
import type { ReportFields } from "./report-fields.ts";

export const requestId: fc.Arbitrary<string> = fc.uuid({ version: 4 });

/** Two decimals, as text lines print durations. Milliseconds. */
export const printedMs: fc.Arbitrary<number> = fc
  .integer({ min: 0, max: 90_000_000 })
  .map((hundredths) => hundredths / 100);

const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(value, { nil: null });
const memoryMb = fc.integer({ min: 1, max: 10_240 });
const hex = (length: number): fc.Arbitrary<string> =>
  fc
    .array(fc.constantFrom(...Array.from("0123456789abcdef")), {
      minLength: length,
      maxLength: length,
    })
    .map((digits) => digits.join(""));

/** Everything that a text REPORT line can say. */
export const reportLine: fc.Arbitrary<ReportFields> = fc.record({
  requestId,
  durationMs: printedMs,
  billedDurationMs: maybe(fc.integer({ min: 1, max: 900_000 })),
  memorySizeMb: maybe(memoryMb),
  maxMemoryUsedMb: maybe(memoryMb),
  initDurationMs: maybe(printedMs),
  restoreDurationMs: maybe(printedMs),
  billedRestoreDurationMs: maybe(fc.integer({ min: 0, max: 60_000 })),
  status: maybe(fc.constantFrom("error", "timeout")),
  errorType: maybe(fc.constantFrom("Runtime.ExitError", "Runtime.OutOfMemory", "Extension.Crash")),
  traceId: maybe(hex(8).chain((time) => hex(24).map((id) => `1-${time}-${id}`))),
  sampled: maybe(fc.boolean()),
});

/** The fields of a REPORT line as they are printed, in the order in which Lambda prints them. */
export function printedFields(report: ReportFields): string[] {
  const ms = (key: string, value: number | null): string[] =>
    value === null ? [] : [`${key}: ${value.toFixed(2)} ms`];
  const whole = (key: string, value: number | null, unit: string): string[] =>
    value === null ? [] : [`${key}: ${value} ${unit}`];
  const word = (key: string, value: string | boolean | null): string[] =>
    value === null ? [] : [`${key}: ${value}`];
  return [
    ...ms("Duration", report.durationMs),
    ...whole("Billed Duration", report.billedDurationMs, "ms"),
    ...whole("Memory Size", report.memorySizeMb, "MB"),
    ...whole("Max Memory Used", report.maxMemoryUsedMb, "MB"),
    ...ms("Init Duration", report.initDurationMs),
    ...ms("Restore Duration", report.restoreDurationMs),
    ...whole("Billed Restore Duration", report.billedRestoreDurationMs, "ms"),
    ...word("Status", report.status),
    ...word("Error Type", report.errorType),
    ...word("XRAY TraceId", report.traceId),
    ...word("Sampled", report.sampled),
  ];
}

export function printedReport(report: ReportFields): string {
  return `REPORT RequestId: ${report.requestId}\t${printedFields(report).join("\t")}\t`;
}
