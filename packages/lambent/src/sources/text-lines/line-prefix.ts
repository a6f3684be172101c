import { readTimestamp, startsLikeTimestamp } from "./timestamp.ts";

/** What stands before the message on the first line of an event. */
export interface LinePrefix {
  /** Offset of the first byte of the message. */
  messageStart: number;
  timestamp: number | null;
  logStream: string | null;
}

const SPACE = 32;
const TAB = 9;
const NEWLINE = 10;
const CARRIAGE_RETURN = 13;
const SLASH = 47;
const OPEN_BRACKET = 91;
/** Longest name of a log stream (CloudWatch Logs API, LogStreamName). */
const LONGEST_STREAM_NAME = 512;

/** Whether a log stream's name, as Lambda makes them (`2026/01/31/…[version]…`), starts at `at`. */
export function startsLikeStream(bytes: Uint8Array, at: number): boolean {
  return (
    bytes[at + 4] === SLASH &&
    bytes[at + 7] === SLASH &&
    bytes[at + 10] === SLASH &&
    isYear(bytes, at)
  );
}

/** Whether a new event starts at `at`, in text where every event has a prefix. */
export function startsEvent(bytes: Uint8Array, at: number): boolean {
  return startsLikeTimestamp(bytes, at) || startsLikeStream(bytes, at);
}

/**
 * Reads what S3 exports (`time message`), `aws logs tail` (`time stream message`) and `sam logs`
 * (`stream time message`) put before a message, and the time of a console copy (`time⇥REPORT …`).
 * The console's copy may have the time on a line of its own, above the message.
 * A time followed by a tab belongs to the function's own line otherwise (`time⇥id⇥level⇥text`)
 * and stays in the message; its value is still the event's time. Null where there is no prefix.
 */
export function readPrefix(bytes: Buffer, at: number): LinePrefix | null {
  const time = readTimestamp(bytes, at);
  if (time !== null) {
    const lineEnd = endOfLine(bytes, time.end);
    if (lineEnd >= 0) return { messageStart: lineEnd, timestamp: time.epochMs, logStream: null };
    const next = bytes[time.end];
    if (next === SPACE) {
      const stream = readStream(bytes, time.end + 1);
      if (stream === null)
        return { messageStart: time.end + 1, timestamp: time.epochMs, logStream: null };
      return { messageStart: stream.end, timestamp: time.epochMs, logStream: stream.name };
    }
    if (next !== TAB) return null;
    const messageStart = isPlatformWord(bytes, time.end + 1) ? time.end + 1 : at;
    return { messageStart, timestamp: time.epochMs, logStream: null };
  }
  const stream = readStream(bytes, at);
  const streamTime = stream === null ? null : readTimestamp(bytes, stream.end);
  if (stream === null || streamTime === null) return null;
  const blank = bytes[streamTime.end] === SPACE || bytes[streamTime.end] === TAB ? 1 : 0;
  return {
    messageStart: streamTime.end + blank,
    timestamp: streamTime.epochMs,
    logStream: stream.name,
  };
}

/** Behind the line end at `at`, or -1 where there is none. */
function endOfLine(bytes: Buffer, at: number): number {
  const newline = bytes[at] === CARRIAGE_RETURN ? at + 1 : at;
  return bytes[newline] === NEWLINE ? newline + 1 : -1;
}

/** A stream's name and the blank behind it; null where there is none. */
function readStream(bytes: Buffer, at: number): { name: string; end: number } | null {
  if (!startsLikeStream(bytes, at)) return null;
  const limit = Math.min(bytes.length, at + LONGEST_STREAM_NAME);
  let bracket = false;
  for (let end = at + 10; end < limit; end += 1) {
    const byte = bytes[end];
    if (byte === OPEN_BRACKET) bracket = true;
    if (byte === SPACE || byte === TAB) {
      return bracket ? { name: bytes.toString("utf8", at, end), end: end + 1 } : null;
    }
    if (byte === 10) return null;
  }
  return null;
}

const PLATFORM_WORDS = [
  "REPORT ",
  "START ",
  "END ",
  "INIT_",
  "RESTORE_",
  "EXTENSION",
  "TELEMETRY",
  "XRAY ",
].map((word) => Buffer.from(word));

function isPlatformWord(bytes: Buffer, at: number): boolean {
  return PLATFORM_WORDS.some(
    (word) =>
      bytes.compare(word, 0, word.length, at, Math.min(bytes.length, at + word.length)) === 0,
  );
}

function isYear(bytes: Uint8Array, at: number): boolean {
  for (let i = 0; i < 4; i += 1) {
    const byte = bytes[at + i];
    if (byte === undefined || byte < 48 || byte > 57) return false;
  }
  return true;
}
