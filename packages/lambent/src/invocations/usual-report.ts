import { LONGEST_DURATION_MS } from "./report-fields.ts";
import type { ReportFields } from "./report-fields.ts";

const TAB = 9;
const NEWLINE = 10;
const SPACE = 32;
const DOT = 46;
const UUID_BYTES = 36;

const POWERS_OF_TEN = Array.from({ length: 17 }, (_, exponent) => 10 ** exponent);

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

/** 1 for a digit, a dash, and a letter from a to f. */
const OF_UUID = new Uint8Array(256);
for (const letter of "0123456789-abcdef") OF_UUID[letter.charCodeAt(0)] = 1;

/** Where the last number that was read ends: a function can give back only one of the two. */
let numberEnd = 0;

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
  if (idEnd >= end || bytes[idEnd] !== TAB || !stands(bytes, start, START)) return null;
  for (let i = idStart; i < idEnd; i += 1) if (OF_UUID[bytes[i] as number] === 0) return null;
  const durationMs = numberBehind(bytes, idEnd, DURATION);
  const billedDurationMs = numberBehind(bytes, numberEnd, BILLED);
  const memorySizeMb = numberBehind(bytes, numberEnd, SIZE);
  const maxMemoryUsedMb = numberBehind(bytes, numberEnd, USED);
  // One that is not there is NaN, and so is the sum.
  if (!(durationMs + billedDurationMs + memorySizeMb + maxMemoryUsedMb >= 0)) return null;
  if (durationMs > LONGEST_DURATION_MS || billedDurationMs > LONGEST_DURATION_MS) return null;
  if (!stands(bytes, numberEnd, MB)) return null;
  let at = numberEnd + MB.length;
  let initDurationMs: number | null = null;
  if (bytes[at] === TAB && at + 2 < end && bytes[at + 1] !== NEWLINE) {
    initDurationMs = numberBehind(bytes, at, INIT);
    if (!(initDurationMs >= 0 && initDurationMs <= LONGEST_DURATION_MS)) return null;
    if (!stands(bytes, numberEnd, MS)) return null;
    at = numberEnd + MS.length;
  }
  if (at < end && bytes[at] === TAB) at += 1;
  let traceId: string | null = null;
  if (at < end) {
    if (!stands(bytes, at, TRACE)) return null;
    const traceStart = at + TRACE.length;
    const traceEnd = wordEnd(bytes, traceStart, end);
    if (traceEnd === traceStart || !stands(bytes, traceEnd, SEGMENT)) return null;
    const segmentEnd = wordEnd(bytes, traceEnd + SEGMENT.length, end);
    if (segmentEnd === traceEnd + SEGMENT.length || !stands(bytes, segmentEnd, SAMPLED))
      return null;
    at = segmentEnd + SAMPLED.length;
    traceId = bytes.toString("latin1", traceStart, traceEnd);
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
    sampled: traceId === null ? null : true,
  };
}

/** Whether `expected` stands at `at`. */
function stands(bytes: Buffer, at: number, expected: Uint8Array): boolean {
  for (let i = 0; i < expected.length; i += 1) if (bytes[at + i] !== expected[i]) return false;
  return true;
}

/** The number behind a key and before a blank; NaN where they do not stand at `at`. */
function numberBehind(bytes: Buffer, at: number, key: Uint8Array): number {
  if (!stands(bytes, at, key)) return Number.NaN;
  const start = at + key.length;
  let mantissa = 0;
  let dot = -1;
  let i = start;
  for (; ; i += 1) {
    const byte = bytes[i] as number;
    if (byte >= 48 && byte <= 57) mantissa = mantissa * 10 + (byte - 48);
    else if (byte === DOT && dot < 0 && i > start) dot = i;
    else if (byte === SPACE) break;
    else return Number.NaN;
  }
  // Up to 15 digits the mantissa is exact, so that one division rounds correctly.
  if (i === start || i - start > 16) return Number.NaN;
  numberEnd = i;
  return dot < 0 ? mantissa : mantissa / (POWERS_OF_TEN[i - dot - 1] as number);
}

/** End of the digits, dashes and letters from a to f at `at`. */
function wordEnd(bytes: Buffer, at: number, end: number): number {
  let i = at;
  while (i < end && OF_UUID[bytes[i] as number] === 1) i += 1;
  return i;
}
