import type { Invocation } from "../model/invocation.ts";
import { csvField } from "./csv-field.ts";
import { escapeInJson } from "./format/printable.ts";

/** Columns of the CSV form; failure is flattened. */
const COLUMNS = [
  "requestId",
  "functionName",
  "logGroup",
  "logStream",
  "timestamp",
  "status",
  "errorType",
  "coldStart",
  "durationMs",
  "billedDurationMs",
  "memorySizeMb",
  "maxMemoryUsedMb",
  "initDurationMs",
  "initBilled",
  "restoreDurationMs",
  "billedRestoreDurationMs",
  "traceId",
  "sampled",
  "architecture",
  "region",
  "billingIdentity",
  "costUsd",
] as const;

export const INVOCATION_CSV_HEADER: string = `${[...COLUMNS, "failureClass", "failureConfidence", "failureMessage"].join(",")}\r\n`;

/** One line of JSON; every field is there, unknown ones null; times in milliseconds since the epoch. */
export function invocationJson(invocation: Invocation): string {
  const json = JSON.stringify(invocation);
  // Nearly every record is plain ASCII, and looking is cheaper than replacing.
  return `${/[^\u0020-\u007e]/.test(json) ? escapeInJson(json) : json}\n`;
}

/** One line of RFC 4180; unknown is empty, times are ISO 8601. */
export function invocationCsv(invocation: Invocation): string {
  const fields = COLUMNS.map((column) => {
    const value = invocation[column];
    if (column === "timestamp" && value !== null) return new Date(Number(value)).toISOString();
    return csvField(value);
  });
  const { failure } = invocation;
  fields.push(
    csvField(failure?.class ?? null),
    csvField(failure?.confidence ?? null),
    csvField(failure?.message ?? null),
  );
  return `${fields.join(",")}\r\n`;
}
