import type { LogEvent } from "../model/log-event.ts";

/** Every form in which log events reach us; also what `SourceSummary.format` says. */
export type FormatName =
  | "s3-export"
  | "aws-logs-tail"
  | "sam-logs"
  | "plain-text"
  | "subscription-filter"
  | "firehose"
  | "filter-log-events"
  | "get-log-events"
  | "live-tail"
  | "insights-results"
  | "console-csv"
  | "json-lines"
  | "mixed"
  | "empty";

/** A file, an object or a stream that holds log events. */
export interface LogObject {
  /** Path as a person would write it; `-` for standard input. */
  readonly name: string;
  /** Size as stored (compressed), in bytes; null where it is not known beforehand. */
  readonly sizeBytes: number | null;
  /** Changes whenever the content may have changed; with `name` it is the identity of the object. */
  readonly etag: string;
  /** What the place of the object says about its events, where it says anything. */
  readonly logGroup: string | null;
  readonly logStream: string | null;
  readonly functionName: string | null;
  /** The bytes as stored. May be called once for standard input, any number of times for files. */
  open(): AsyncIterable<Buffer>;
}

/** An event whose message has not been made a string. */
export type EventBytes = (
  bytes: Buffer,
  start: number,
  end: number,
  timestamp: number | null,
  logGroup: string | null,
  logStream: string | null,
) => void;

/** What a decoder gives its events to. */
export interface EventSink {
  /**
   * Null: every event is wanted. Otherwise only events whose bytes contain one of these strings
   * matter, and a decoder may leave out the others (it need not: this is a hint for speed).
   */
  readonly needles: readonly Buffer[] | null;
  /**
   * Messages that begin with this matter too, but need only be counted: a decoder may call `counted`
   * once for each instead of making it an event. Null: none.
   */
  readonly countedStart?: Buffer | null;
  counted?(): void;
  event(event: LogEvent): void;
  /**
   * Where given, a decoder of bytes may offer a wanted event before it makes a string of it. True:
   * taken, and `event` is not called for it. Bytes are only lent.
   */
  readonly takeBytes?: (...event: Parameters<EventBytes>) => boolean;
  /**
   * Where given, hears of every event, before `event` does, as UTF-8 in `bytes` from `start` to
   * `end`; then `event` gets at least those events that contain a needle. The bytes stay as they
   * are until an event comes in other bytes.
   */
  readonly eventBytes?: EventBytes;
  /** Something that looked like an event and could not be read. Never throws. */
  unreadable(sample: string): void;
}

/** Bytes of one object, decompressed, in chunks of any size, become events. */
export interface Decoder {
  write(chunk: Buffer): void;
  end(): void;
}

export interface DecodeContext {
  readonly logGroup: string | null;
  readonly logStream: string | null;
}

/** One form of log events. An implementation is one folder or file beside this one. */
export interface LogFormat {
  readonly name: FormatName;
  /** Whether its decoder serves `eventBytes`; where it does not, `readObject` sees to it. */
  readonly givesBytes?: boolean;
  /** Whether `head`, the first bytes (at most 64 KB, decompressed), is of this form. Pure. */
  matches(head: Buffer): boolean;
  /** Never throws on bad bytes, from `write` or `end`: it reports them to the sink and goes on. */
  createDecoder(context: DecodeContext, sink: EventSink): Decoder;
}
