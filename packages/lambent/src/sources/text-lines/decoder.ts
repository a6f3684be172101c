import type { DecodeContext, Decoder, EventSink } from "../source.ts";
import { beginsEvent, LONGEST_TIME_LINE_BYTES } from "./event-start.ts";
import { readPrefix, startsEvent } from "./line-prefix.ts";
import { NeedleSearch } from "./needle-search.ts";

/** An event is cut here: the largest that CloudWatch Logs takes (quotas page, 2025). Bytes. */
export const LARGEST_EVENT_BYTES = 1_048_576;
/** Bytes gathered before lines are looked for, so that tiny chunks cost no more than large ones. */
const WORTH_READING_BYTES = 65_536;
/** A line start this close to the end of the bytes cannot be judged yet. */
const LONGEST_PREFIX_BYTES = 600;
/** What it takes at least to know a prefix. */
const SHORTEST_PREFIX_BYTES = 30;

const NEWLINE = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const UPPER_Z = 90;
/** `2026-01-31T12:00:00.000Z ` */
const EXPORT_PREFIX_BYTES = 25;
const EMPTY = Buffer.alloc(0);

/**
 * Text lines → log events, whatever prefix they carry: S3 exports, `aws logs tail`, `sam logs`,
 * or none (pasted text). A line without the prefix that the text otherwise has belongs to the event
 * above it, unless it is a line of the platform. Memory is bounded by the largest event; the rest of
 * a larger one is left out.
 */
export function createTextLinesDecoder(context: DecodeContext, sink: EventSink): Decoder {
  return new TextLinesDecoder(context, sink);
}

class TextLinesDecoder implements Decoder {
  readonly #context: DecodeContext;
  readonly #sink: EventSink;
  #pending: Buffer[] = [];
  #pendingBytes = 0;
  /** Bytes of the last, unfinished event. */
  #tail: Buffer = EMPTY;
  /** Whether events carry a prefix; judged by the first line. */
  #prefixed: boolean | null = null;
  /** Set while the rest of an event that is too large is left out. */
  #skipping = false;

  constructor(context: DecodeContext, sink: EventSink) {
    this.#context = context;
    this.#sink = sink;
  }

  write(chunk: Buffer): void {
    this.#pending.push(chunk);
    this.#pendingBytes += chunk.length;
    if (this.#pendingBytes >= WORTH_READING_BYTES) this.#read(this.#gather(), false);
  }

  end(): void {
    this.#read(this.#gather(), true);
    this.#tail = EMPTY;
  }

  /** What is to be read next. Where it can, it reads the seam alone, so as not to copy the rest. */
  #gather(): Buffer {
    const [chunk] = this.#pending;
    if (
      chunk !== undefined &&
      this.#pending.length === 1 &&
      this.#tail.length > 0 &&
      !this.#skipping
    ) {
      // Whether a time stands alone on its line can only be seen where the line begins in the chunk.
      const start = this.#firstStart(chunk, LONGEST_TIME_LINE_BYTES);
      if (start > 0) {
        this.#emitAll(Buffer.concat([this.#tail, chunk.subarray(0, start)]));
        this.#pending = [chunk.subarray(start)];
        this.#tail = EMPTY;
      }
    }
    const parts = this.#tail.length > 0 ? [this.#tail, ...this.#pending] : this.#pending;
    this.#pending = [];
    this.#pendingBytes = 0;
    this.#tail = EMPTY;
    return parts.length === 1 ? (parts[0] as Buffer) : Buffer.concat(parts);
  }

  #read(bytes: Buffer, final: boolean): void {
    this.#prefixed ??= bytes.length > 0 ? startsEvent(bytes, 0) : null;
    const start = this.#skipping ? this.#firstStart(bytes) : 0;
    if (start < 0) {
      this.#tail = final ? EMPTY : bytes.subarray(Math.max(0, bytes.length - LONGEST_PREFIX_BYTES));
      return;
    }
    this.#skipping = false;
    const limit = final ? bytes.length : this.#lastStart(bytes, start);
    if (limit > start) this.#emitAll(bytes.subarray(start, limit));
    if (final) return;
    const rest = bytes.subarray(Math.max(limit, start));
    if (rest.length > LARGEST_EVENT_BYTES + LONGEST_PREFIX_BYTES) {
      this.#emit(rest, 0, LARGEST_EVENT_BYTES, true);
      this.#skipping = true;
      this.#tail = Buffer.from(rest.subarray(rest.length - LONGEST_PREFIX_BYTES));
    } else this.#tail = Buffer.from(rest);
  }

  /** First event start behind a newline at or behind `from`, or -1. */
  #firstStart(bytes: Buffer, from = 0): number {
    let newline = bytes.indexOf(NEWLINE, from);
    while (newline >= 0) {
      if (newline + SHORTEST_PREFIX_BYTES > bytes.length) return -1;
      if (this.#isStart(bytes, newline + 1)) return newline + 1;
      newline = bytes.indexOf(NEWLINE, newline + 1);
    }
    return -1;
  }

  /** Start of the last event that begins well before the end of the bytes; `from` if there is none. */
  #lastStart(bytes: Buffer, from: number): number {
    if (bytes.length <= LONGEST_PREFIX_BYTES) return from;
    let newline = bytes.lastIndexOf(NEWLINE, bytes.length - LONGEST_PREFIX_BYTES);
    while (newline >= from && newline >= 0) {
      if (this.#isStart(bytes, newline + 1)) return newline + 1;
      if (newline === 0) break;
      newline = bytes.lastIndexOf(NEWLINE, newline - 1);
    }
    return from;
  }

  #isStart(bytes: Buffer, at: number): boolean {
    return beginsEvent(bytes, at, this.#prefixed === true);
  }

  #emitAll(bytes: Buffer): void {
    const needles = this.#sink.needles;
    if (needles === null) {
      for (let start = 0; start < bytes.length;) start = this.#emitFrom(bytes, start, true);
      return;
    }
    const counted = this.#sink.countedStart ?? null;
    const search = new NeedleSearch(bytes, counted === null ? needles : [counted, ...needles]);
    if (this.#sink.eventBytes !== undefined) return this.#emitEvery(bytes, search, counted);
    /** Where the last counted event goes on; its end is not looked for unless it must be. */
    let insideCounted = -1;
    for (let from = 0; search.found; search.moveTo(from)) {
      const startsMessage = isBehindExportPrefix(bytes, search.at);
      if (startsMessage && counted !== null && search.which === 0) {
        this.#sink.counted?.();
        from = search.at + counted.length;
        insideCounted = from;
      } else {
        const start = startsMessage
          ? search.at - EXPORT_PREFIX_BYTES
          : this.#startBefore(bytes, search.at, from);
        from =
          start === insideCounted
            ? this.#endOf(bytes, start) + 1
            : this.#emitFrom(bytes, start, true);
      }
    }
  }

  /** All events as bytes, those with a needle as strings too. */
  #emitEvery(bytes: Buffer, search: NeedleSearch, counted: Buffer | null): void {
    for (let start = 0; start < bytes.length; search.moveTo(start)) {
      const end = this.#endOf(bytes, start);
      const isCounted =
        counted !== null &&
        search.which === 0 &&
        search.at === start + EXPORT_PREFIX_BYTES &&
        isBehindExportPrefix(bytes, search.at);
      if (isCounted) this.#sink.counted?.();
      this.#emit(bytes, start, end, !isCounted && search.at < end);
      start = end + 1;
    }
  }

  /** Start of the event that holds the byte at `at`, not before `from`. */
  #startBefore(bytes: Buffer, at: number, from: number): number {
    let line = at;
    while (line > from) {
      const newline = bytes.lastIndexOf(NEWLINE, line - 1);
      if (newline < from) return from;
      if (this.#isStart(bytes, newline + 1)) return newline + 1;
      line = newline;
    }
    return from;
  }

  /** Emits the event at `start`; the start of the next one. */
  #emitFrom(bytes: Buffer, start: number, wanted: boolean): number {
    const end = this.#endOf(bytes, start);
    this.#emit(bytes, start, end, wanted);
    return end + 1;
  }

  /** End of the event at `start`. */
  #endOf(bytes: Buffer, start: number): number {
    let newline = bytes.indexOf(NEWLINE, start);
    while (newline >= 0 && newline + 1 < bytes.length && !this.#isStart(bytes, newline + 1)) {
      newline = bytes.indexOf(NEWLINE, newline + 1);
    }
    return newline < 0 ? bytes.length : newline;
  }

  #emit(bytes: Buffer, start: number, end: number, wanted: boolean): void {
    let last = Math.min(end, start + LARGEST_EVENT_BYTES);
    while (last > start && (bytes[last - 1] === NEWLINE || bytes[last - 1] === CARRIAGE_RETURN))
      last -= 1;
    if (last === start) return;
    const prefix = readPrefix(bytes, start);
    const first = prefix === null ? start : Math.min(prefix.messageStart, last);
    const timestamp = prefix === null ? null : prefix.timestamp;
    const { logGroup } = this.#context;
    const logStream = prefix?.logStream ?? this.#context.logStream;
    this.#sink.eventBytes?.(bytes, first, last, timestamp, logGroup, logStream);
    if (!wanted) return;
    if (this.#sink.takeBytes?.(bytes, first, last, timestamp, logGroup, logStream)) return;
    const message = bytes.toString("utf8", first, last);
    this.#sink.event({ message, timestamp, logGroup, logStream });
  }
}

/** Whether an S3 export's prefix, and nothing else of its line, stands before `at`: the common case. */
function isBehindExportPrefix(bytes: Buffer, at: number): boolean {
  const start = at - EXPORT_PREFIX_BYTES;
  return (
    start >= 0 &&
    bytes[at - 1] === SPACE &&
    bytes[at - 2] === UPPER_Z &&
    (start === 0 || bytes[start - 1] === NEWLINE) &&
    startsEvent(bytes, start)
  );
}
