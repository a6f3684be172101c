import type { ReportFields } from "./report-fields.ts";

const TAB = 9;
const NEWLINE = 10;
const SPACE = 32;
const DOT = 46;
const DASH = 45;
const UUID_BYTES = 36;

const START = Buffer.from("REPORT RequestId: ");
const DURATION = Buffer.from("\tDuration: ");
const BILLED = Buffer.from(" ms\tBilled Duration: ");
const SIZE = Buffer.from(" ms\tMemory Size: ");
const USED = Buffer.from(" MB\tMax Memory Used: ");
const MB = Buffer.from(" MB");
const INIT = Buffer.from("\tInit Duration: ");
const MS = Buffer.from(" ms");
const TRACE = Buffer.from("\nXRAY TraceId: ");
const SEGMENT = Buffer.from("\tSegmentId: ");
const SAMPLED = Buffer.from("\tSampled: true");

/** Where the reader is in the bytes; one for all lines, as reading is never interrupted. */
let at = 0;

/**
 * Reads a REPORT line from bytes, in the one form that Lambda writes for an invocation that went
 * well: a UUID, tabs, the fields in their order, no status, X-Ray on a second line if at all.
 * Nearly all lines are such, and this is many times faster than making a string and reading it by
 * its keys. Null for every other line, readable or not; `parseReportLine` says the same of every
 * line that is read here (a test compares them).
 */
export function readUsualReport(bytes: Buffer, start: number, end: number): ReportFields | null {
  const idStart = start + START.length;
  const idEnd = idStart + UUID_BYTES;
  if (idEnd >= end || bytes[idEnd] !== TAB) return null;
  at = start;
  if (!skip(bytes, START)) return null;
  for (let i = idStart; i < idEnd; i += 1) if (!isOfUuid(bytes[i] as number)) return null;
  at = idEnd;
  const durationMs = numberBehind(bytes, DURATION);
  const billedDurationMs = numberBehind(bytes, BILLED);
  const memorySizeMb = numberBehind(bytes, SIZE);
  const maxMemoryUsedMb = numberBehind(bytes, USED);
  // One that is not there is NaN, and so is the sum.
  if (!(durationMs + billedDurationMs + memorySizeMb + maxMemoryUsedMb >= 0)) return null;
  if (!skip(bytes, MB)) return null;
  let initDurationMs: number | null = null;
  if (bytes[at] === TAB && at + 2 < end && bytes[at + 1] !== NEWLINE) {
    initDurationMs = numberBehind(bytes, INIT);
    if (!(initDurationMs >= 0) || !skip(bytes, MS)) return null;
  }
  if (at < end && bytes[at] === TAB) at += 1;
  let traceId: string | null = null;
  let sampled: boolean | null = null;
  if (at < end) {
    traceId = wordBehind(bytes, TRACE, end);
    if (traceId === null || wordBehind(bytes, SEGMENT, end) === null || !skip(bytes, SAMPLED))
      return null;
    sampled = true;
    if (at < end && bytes[at] === TAB) at += 1;
  }
  if (at !== end) return null;
  return {
    requestId: bytes.toString("latin1", idStart, idEnd),
    durationMs,
    billedDurationMs,
    memorySizeMb,
    maxMemoryUsedMb,
    initDurationMs,
    restoreDurationMs: null,
    billedRestoreDurationMs: null,
    status: null,
    errorType: null,
    traceId,
    sampled,
  };
}

/** Moves behind `expected`; false where it does not stand here. */
function skip(bytes: Buffer, expected: Buffer): boolean {
  for (let i = 0; i < expected.length; i += 1) if (bytes[at + i] !== expected[i]) return false;
  at += expected.length;
  return true;
}

/** A digit, a dash, or a letter from a to f. */
function isOfUuid(byte: number): boolean {
  return (byte >= 48 && byte <= 57) || byte === DASH || (byte >= 97 && byte <= 102);
}

/** The number behind a key and before a blank; NaN where they do not stand here. */
function numberBehind(bytes: Buffer, key: Buffer): number {
  if (!skip(bytes, key)) return Number.NaN;
  const start = at;
  let mantissa = 0;
  let scale = 1;
  let inFraction = false;
  for (; ; at += 1) {
    const byte = bytes[at] as number;
    if (byte >= 48 && byte <= 57) {
      mantissa = mantissa * 10 + (byte - 48);
      if (inFraction) scale *= 10;
    } else if (byte === DOT && !inFraction && at > start) inFraction = true;
    else if (byte === SPACE) break;
    else return Number.NaN;
  }
  // Up to 15 digits the mantissa is exact, so that one division rounds correctly.
  return at === start || at - start > 16 ? Number.NaN : mantissa / scale;
}

/** The word of letters, digits and dashes behind a key; null where there is none. */
function wordBehind(bytes: Buffer, key: Buffer, end: number): string | null {
  if (!skip(bytes, key)) return null;
  const start = at;
  while (at < end && isOfUuid(bytes[at] as number)) at += 1;
  return at === start ? null : bytes.toString("latin1", start, at);
}
