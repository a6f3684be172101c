import type { LogEvent } from "../../model/log-event.ts";
import { groupName, withoutLineEnd } from "../json/cloudwatch-event.ts";
import { epochMsOf } from "../json/event-time.ts";
import { isJsonObject, textOf } from "../json/parse-json.ts";
import type { JsonObject } from "../json/parse-json.ts";
import type { DecodeContext } from "../source.ts";
import { jsonText } from "../json/json-text.ts";

/** Insights gives memory in bytes of 10⁶ (measured: 1,024 MB is 1024000000). */
const INSIGHTS_BYTES_PER_MB = 1_000_000;

/** The fields of a row by their names; undefined where it has no such field. */
export interface Row {
  get(field: string): unknown;
}

/**
 * One row of Logs Insights results → the event it shows. Without `@message` but with the fields that
 * Insights finds in REPORT lines (`@requestId`, `@duration`), the REPORT line is put together again
 * from them. Null where a row shows no event (figures over many). Source: CloudWatch Logs guide,
 * "Supported logs and discovered fields".
 */
export function rowEvent(row: Row, context: DecodeContext): LogEvent | null {
  const logged = messageOf(row.get("@message") ?? row.get("message"));
  const message = logged ?? reportLine(row);
  if (message === null) return null;
  const initUnknown = logged === null && row.get("@initDuration") === undefined;
  return {
    message: withoutLineEnd(message),
    timestamp: epochMsOf(row.get("@timestamp") ?? row.get("timestamp")),
    logGroup: groupName(row.get("@log") ?? row.get("logGroup")) ?? context.logGroup,
    logStream: textOf(row.get("@logStream") ?? row.get("logStream")) ?? context.logStream,
    ...(initUnknown ? { initUnknown } : {}),
  };
}

/** Of a row in either form: `[{field, value}]` (API) or an object (console). Null for anything else. */
export function rowOf(value: unknown): Row | null {
  if (isJsonObject(value)) return objectRow(value);
  if (!Array.isArray(value)) return null;
  const row = new Map<string, unknown>();
  for (const cell of value as unknown[]) {
    if (!isJsonObject(cell) || typeof cell["field"] !== "string") return null;
    row.set(cell["field"], cell["value"]);
  }
  return row;
}

/** A row that is an object with the fields as keys. */
export function objectRow(value: JsonObject): Row {
  return { get: (field) => value[field] };
}

function messageOf(value: unknown): string | null {
  // The console shows a message that is JSON as an object.
  return isJsonObject(value) ? jsonText(value, "{}") : textOf(value);
}

function reportLine(row: Row): string | null {
  const requestId = textOf(row.get("@requestId"));
  const durationMs = amount(row, "@duration");
  if (requestId === null || durationMs === null) return null;
  const type = textOf(row.get("@type"));
  if (type !== null && type !== "REPORT") return null;
  const fields = [`REPORT RequestId: ${requestId}`, `Duration: ${durationMs} ms`];
  const add = (name: string, value: number | null, unit: string): void => {
    if (value !== null) fields.push(`${name}: ${value} ${unit}`);
  };
  add("Billed Duration", amount(row, "@billedDuration"), "ms");
  add("Memory Size", megabytes(row, "@memorySize"), "MB");
  add("Max Memory Used", megabytes(row, "@maxMemoryUsed"), "MB");
  add("Init Duration", amount(row, "@initDuration"), "ms");
  const line = `${fields.join("\t")}\t`;
  const traceId = textOf(row.get("@xrayTraceId"));
  if (traceId === null) return line;
  return `${line}\nXRAY TraceId: ${traceId}\tSegmentId: ${textOf(row.get("@xraySegmentId")) ?? ""}\t`;
}

function amount(row: Row, field: string): number | null {
  const value = row.get(field);
  if (value === undefined || value === null || value === "") return null;
  const number = Number(value);
  return Number.isFinite(number) ? number : null;
}

function megabytes(row: Row, field: string): number | null {
  const bytes = amount(row, field);
  return bytes === null ? null : bytes / INSIGHTS_BYTES_PER_MB;
}
