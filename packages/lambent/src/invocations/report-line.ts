import { LONGEST_DURATION_MS } from "./report-fields.ts";
import type { ReportFields } from "./report-fields.ts";

const SPACE = 32;
const TAB = 9;
const BACKSLASH = 92;
const PREFIX = "REPORT RequestId:";
/** No REPORT line is nearly as long; what stands behind is not read. Characters. */
const LONGEST_LINE = 4_096;
/** Where the id is missing, the first word of a key stands in its place. */
const NO_ID = /^(?:[^\s]*:|Billed|Init|Restore|Memory|Max|Error)$/;

/** Whether a message claims to be a REPORT line of AWS Lambda (readable or not). */
export function looksLikeReport(message: string): boolean {
  return message.startsWith("REPORT") && /^REPORT\s+RequestId:/.test(message.slice(0, 64));
}

/**
 * Reads a REPORT line by its keys, in whatever order and spacing they come: tabs, runs of blanks,
 * a missing separator, escaped tabs of a pasted JSON string, X-Ray fields on the same or the next
 * line. Null where the request id, the duration or any number is not readable, or a duration is longer
 * than `LONGEST_DURATION_MS`. Where a second
 * record was spliced to the line, its fields are not taken for those of the first. Linear time.
 *
 * Source of the format: AWS Lambda guide, "Log formats" and "Execution environment lifecycle".
 */
export function parseReportLine(message: string): ReportFields | null {
  return message.length <= LONGEST_LINE ? readFields(message) : readFields(beginning(message));
}

/** A copy: a slice would keep the whole of a long message in memory for the sake of its fields. */
function beginning(message: string): string {
  return Buffer.from(message.slice(0, LONGEST_LINE)).toString();
}

function readFields(message: string): ReportFields | null {
  const idStart = requestIdStart(message);
  if (idStart < 0) return null;
  const idEnd = endOfWord(message, idStart);
  if (idEnd === idStart) return null;
  const requestId = message.slice(idStart, idEnd);
  if (NO_ID.test(requestId)) return null;
  const report: ReportFields = {
    requestId,
    durationMs: Number.NaN,
    billedDurationMs: null,
    memorySizeMb: null,
    maxMemoryUsedMb: null,
    initDurationMs: null,
    restoreDurationMs: null,
    billedRestoreDurationMs: null,
    status: null,
    errorType: null,
    traceId: null,
    sampled: null,
  };
  let colon = message.indexOf(":", idEnd);
  while (colon > 0) {
    if (message.charCodeAt(colon - 1) === 100 && endsAt(message, "RequestId", colon)) break;
    if (!readField(report, message, colon)) return null;
    colon = message.indexOf(":", colon + 1);
  }
  return report.durationMs >= 0 ? report : null;
}

function requestIdStart(message: string): number {
  if (message.startsWith(PREFIX)) return skipBlanks(message, PREFIX.length);
  const loose = /^REPORT\s+RequestId:\s*/.exec(message.slice(0, 128));
  return loose ? loose[0].length : -1;
}

/** Reads the field whose key ends at `colon`; false where a known key has an unreadable value. */
function readField(report: ReportFields, message: string, colon: number): boolean {
  switch (message.charCodeAt(colon - 1)) {
    case 110: // …Duratio[n]
      return !endsAt(message, "Duration", colon) || readDuration(report, message, colon);
    case 101: // Memory Siz[e], Error Typ[e]
      if (endsAt(message, "Memory Size", colon)) {
        report.memorySizeMb = numberAfter(message, colon, "MB");
        return report.memorySizeMb >= 0;
      }
      if (endsAt(message, "Error Type", colon)) report.errorType = wordAfter(message, colon);
      return true;
    case 100: // Max Memory Use[d], TraceI[d], Sample[d]
      if (endsAt(message, "Max Memory Used", colon)) {
        report.maxMemoryUsedMb = numberAfter(message, colon, "MB");
        return report.maxMemoryUsedMb >= 0;
      }
      if (endsAt(message, "TraceId", colon)) report.traceId = wordAfter(message, colon);
      else if (endsAt(message, "Sampled", colon)) {
        const word = wordAfter(message, colon);
        report.sampled = word === "true" ? true : word === "false" ? false : null;
      }
      return true;
    case 115: // Statu[s]
      if (endsAt(message, "Status", colon)) report.status = wordAfter(message, colon);
      return true;
    default:
      return true;
  }
}

function readDuration(report: ReportFields, message: string, colon: number): boolean {
  const value = numberAfter(message, colon, "ms");
  if (!(value >= 0 && value <= LONGEST_DURATION_MS)) return false;
  // The word before "Duration" tells which one it is; a request id may stand there as well.
  if (endsAt(message, "Billed Duration", colon)) report.billedDurationMs = value;
  else if (endsAt(message, "Init Duration", colon)) report.initDurationMs = value;
  else if (endsAt(message, "Billed Restore Duration", colon))
    report.billedRestoreDurationMs = value;
  else if (endsAt(message, "Restore Duration", colon)) report.restoreDurationMs = value;
  else report.durationMs = value;
  return true;
}

function endsAt(message: string, key: string, end: number): boolean {
  return message.startsWith(key, end - key.length);
}

function skipBlanks(message: string, from: number): number {
  let at = from;
  while (at < message.length) {
    const code = message.charCodeAt(at);
    if (code !== SPACE && code !== TAB) break;
    at += 1;
  }
  return at;
}

/** A word ends at white space, or at the `\t` that a JSON or source-code string prints for a tab. */
function endOfWord(message: string, from: number): number {
  let at = from;
  while (at < message.length) {
    const code = message.charCodeAt(at);
    if (code <= SPACE || code === BACKSLASH) break;
    at += 1;
  }
  return at;
}

function wordAfter(message: string, colon: number): string | null {
  const start = skipBlanks(message, colon + 1);
  const end = endOfWord(message, start);
  return end > start ? message.slice(start, end) : null;
}

/** NaN where there is no plain decimal number followed by `unit`. */
function numberAfter(message: string, colon: number, unit: "ms" | "MB"): number {
  let at = skipBlanks(message, colon + 1);
  let digits = 0;
  let mantissa = 0;
  let scale = 1;
  let inFraction = false;
  for (; at < message.length; at += 1) {
    const code = message.charCodeAt(at);
    if (code >= 48 && code <= 57) {
      digits += 1;
      mantissa = mantissa * 10 + (code - 48);
      if (inFraction) scale *= 10;
    } else if (code === 46 && !inFraction) inFraction = true;
    else break;
  }
  // Up to 15 digits the mantissa and the power of ten are exact, so one division rounds correctly.
  if (digits === 0 || digits > 15) return Number.NaN;
  return message.startsWith(unit, skipBlanks(message, at)) ? mantissa / scale : Number.NaN;
}
