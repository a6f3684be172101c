import { startsEvent } from "./line-prefix.ts";
import { readTimestamp } from "./timestamp.ts";

const NEWLINE = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const TAB = 9;
const UPPER_Z = 90;
/** `2026-01-31T12:00:00.123456789+00:00` and a carriage return: no time is longer. */
export const LONGEST_TIME_LINE_BYTES = 40;
const SHORTEST_TIME_BYTES = 19;

/** Words, by their first byte: most lines begin with no such byte. */
function words(...list: readonly string[]): readonly (readonly Buffer[] | undefined)[] {
  const byFirst: Buffer[][] = [];
  for (const word of list) (byFirst[word.charCodeAt(0)] ??= []).push(Buffer.from(word));
  return byFirst;
}

/** First words of lines that go on with the event above them, in text without prefixes. */
const CONTINUATIONS = words("XRAY TraceId:", "Traceback (most recent", "Caused by:", "}", ")", "]");

/** First words of the platform's lines, which are events of their own wherever they stand. */
const PLATFORM_LINES = words(
  "REPORT RequestId:",
  "START RequestId:",
  "END RequestId:",
  "INIT_START ",
  "INIT_REPORT ",
  "RESTORE_START ",
  "RESTORE_REPORT ",
);

/**
 * Whether the line at `at` begins an event, in text whose first line has a prefix or has none. People
 * paste text in which only the function's own lines have a time, so a line of the platform without
 * one begins an event in either, and so does what stands behind it. A line behind one that is a time
 * and nothing else (a copy from the console) belongs to that time.
 */
export function beginsEvent(bytes: Buffer, at: number, prefixed: boolean): boolean {
  if (startsEvent(bytes, at)) return true;
  const first = bytes[at];
  if (prefixed && first === NEWLINE) return false;
  if (isBehindLoneTime(bytes, at)) return false;
  if (prefixed && startsWithOneOf(PLATFORM_LINES, bytes, at)) return true;
  if (first === SPACE || first === TAB || startsWithOneOf(CONTINUATIONS, bytes, at)) return false;
  return !prefixed || startsWithOneOf(PLATFORM_LINES, bytes, startOfLineAbove(bytes, at));
}

/** Start of the line above the one at `at`. */
function startOfLineAbove(bytes: Buffer, at: number): number {
  return at < 2 ? 0 : bytes.lastIndexOf(NEWLINE, at - 2) + 1;
}

function isBehindLoneTime(bytes: Buffer, at: number): boolean {
  let end = at - 1;
  if (bytes[end - 1] === CARRIAGE_RETURN) end -= 1;
  const last = bytes[end - 1];
  if (last === undefined || (last !== UPPER_Z && !(last >= 48 && last <= 57))) return false;
  const limit = Math.max(0, end - LONGEST_TIME_LINE_BYTES);
  let start = end - 1;
  while (start > limit && bytes[start - 1] !== NEWLINE) start -= 1;
  if (end - start < SHORTEST_TIME_BYTES || (start > 0 && bytes[start - 1] !== NEWLINE))
    return false;
  return readTimestamp(bytes, start)?.end === end;
}

function startsWithOneOf(
  list: readonly (readonly Buffer[] | undefined)[],
  bytes: Buffer,
  at: number,
): boolean {
  const candidates = list[bytes[at] ?? 0];
  if (candidates === undefined) return false;
  return candidates.some(
    (word) =>
      bytes.compare(word, 0, word.length, at, Math.min(bytes.length, at + word.length)) === 0,
  );
}
