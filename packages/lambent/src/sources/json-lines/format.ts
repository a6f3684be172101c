import { isJsonObject, parseJson } from "../json/parse-json.ts";
import type { JsonObject } from "../json/parse-json.ts";
import { jsonHead } from "../json/json-head.ts";
import type { LogFormat } from "../source.ts";
import { createJsonLinesDecoder } from "./decoder.ts";

/** Lines of the head that are looked at in order to tell text, JSON and both apart. */
const MOST_LINES = 200;

/** JSON records: Telemetry and Logs API, JSON log format, Lambda Insights, a function's own. */
export const jsonLines: LogFormat = {
  name: "json-lines",
  matches: (head) => isRecords(jsonHead(head).first) && !hasText(head),
  createDecoder: createJsonLinesDecoder,
};

/** JSON records and lines of text in one source. */
export const mixedLines: LogFormat = {
  name: "mixed",
  matches: (head) => (isRecords(jsonHead(head).first) ? hasText(head) : hasRecordLine(head)),
  createDecoder: createJsonLinesDecoder,
};

function isRecords(first: unknown): boolean {
  if (Array.isArray(first))
    return first.length > 0 && (first as unknown[]).every((one) => isJsonObject(one));
  return isJsonObject(first);
}

/** Whether a line of text stands behind a line that is JSON. */
function hasText(head: Buffer): boolean {
  const lines = linesOf(head);
  return lines.some((line, i) => {
    const previous = lines[i - 1];
    return previous !== undefined && isWhole(previous) && !/^\s*[[{\]},]/.test(line);
  });
}

/** Whether text holds records that carry a time of their own. */
function hasRecordLine(head: Buffer): boolean {
  return linesOf(head).some((line) => {
    if (!line.startsWith("{") || !isWhole(line)) return false;
    const record = parseJson(Buffer.from(line, "latin1"));
    return isJsonObject(record) && isTimed(record);
  });
}

function isTimed(record: JsonObject): boolean {
  if (typeof record["type"] === "string" && "record" in record)
    return typeof record["time"] === "string";
  return "timestamp" in record && ("requestId" in record || "_aws" in record || "level" in record);
}

function isWhole(line: string): boolean {
  return line.startsWith("{") && line.trimEnd().endsWith("}");
}

/** Whole, not empty lines. */
function linesOf(head: Buffer): string[] {
  const text = head.toString("latin1");
  const whole = text.slice(0, text.lastIndexOf("\n") + 1) || text;
  return whole.split("\n", MOST_LINES).filter((line) => line.trim() !== "");
}
