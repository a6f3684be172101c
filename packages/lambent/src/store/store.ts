import type { UnreadSummary } from "../model/assessment.ts";
import type { Invocation } from "../model/invocation.ts";
import type { LogEvent } from "../model/log-event.ts";
import type { TimeRange } from "../model/time-range.ts";
import type { InvocationBlock } from "./invocation-block.ts";
import type { LogEventBlock } from "./log-event-block.ts";

/** Which content is being written. The store decides by it what it has already. */
export interface ObjectIdentity {
  /** Names the object for all time: an absolute path, a URL. */
  readonly name: string;
  /** Changes whenever the content may have changed. */
  readonly etag: string;
  /** Version and options of the reader: another value means that other rows may come out. */
  readonly parser: string;
  /** Whether the log events themselves are written, or only the invocations. */
  readonly logEvents: boolean;
}

/** How far a former ingest of the same content came. */
export interface ObjectProgress {
  /** True: everything is there, nothing need be read. */
  readonly complete: boolean;
  /** Blocks of this content that are durable; sending them again changes nothing. */
  readonly blocks: number;
}

/** Consecutive content of one object. The same content gives the same blocks in every run. */
export interface IngestBlock {
  /** From 0, ascending by 1. */
  readonly number: number;
  readonly invocations: InvocationBlock;
  /** Null where log events are not written. */
  readonly logEvents: LogEventBlock | null;
}

/** What was learnt of an object when it was read to its end. */
export interface ObjectOutcome {
  readonly format: string;
  /** Size as stored (compressed). */
  readonly bytes: number;
  /** Why the object could not be read to its end; null where it could. */
  readonly problem: string | null;
  /** `duplicates` in it counts what the reader left out itself; the store adds what it finds. */
  readonly unread: UnreadSummary;
}

/**
 * Writing. Order of calls: for each object `begin`, then `write` for its blocks in order, then
 * `finish`. One session a store at a time.
 *
 * Obligations of an adapter:
 * - A block becomes visible whole or not at all, together with its rollups, histogram rows and its
 *   line in the ledger, whatever happens to the process or the machine.
 * - A block whose token (name, etag, parser, logEvents, number) is in the ledger counts once,
 *   however often it is sent.
 * - Content of the same name with another etag or parser replaces the former rows. The same
 *   content with `logEvents: false` after `logEvents: true` changes nothing.
 * - Of invocations that agree in (requestId, timestamp, durationMs) the first one counts, in the
 *   order of (object name, block, place), whatever was ingested first; the others are kept aside as
 *   copies, and take its place if it goes. Without a time nothing is a copy: it may be a retry.
 * - So the rows depend on the present contents of the objects alone, not on their history.
 */
export interface IngestSession {
  /** What `begin` would say, and nothing else happens. */
  peek(object: ObjectIdentity): ObjectProgress;
  begin(object: ObjectIdentity): Promise<ObjectProgress>;
  /** Resolves when the block is accepted, which is before it is durable. */
  write(block: IngestBlock): Promise<void>;
  finish(outcome: ObjectOutcome): Promise<void>;
  /** Makes all accepted blocks durable. */
  commit(): Promise<void>;
  /** Commits, tidies up and ends the session. */
  close(): Promise<IngestTotals>;
  /** Ends the session; what is accepted and not durable is forgotten. */
  abort(): Promise<void>;
}

export interface IngestTuning {
  /** Rows after which an adapter makes durable what it has. The fewer, the less a crash undoes. */
  readonly commitRows?: number | undefined;
}

/** What one session added. */
export interface IngestTotals {
  readonly invocations: number;
  readonly logEvents: number;
  /** Copies of invocations that were in the store or came twice. */
  readonly duplicates: number;
  readonly objects: number;
  /** Objects whose former rows were replaced. */
  readonly replaced: number;
}

/** An object that was ingested, wholly or in part. */
export interface StoredObject extends ObjectIdentity {
  readonly format: string;
  readonly bytes: number;
  readonly complete: boolean;
  readonly problem: string | null;
  readonly invocations: number;
  readonly logEventCount: number;
  readonly unread: UnreadSummary;
}

/** What to read; all conditions must hold. Times are inclusive at both ends. */
export interface InvocationFilter {
  readonly time?: TimeRange;
  readonly functionName?: string;
}

export interface LogEventFilter {
  readonly time?: TimeRange;
  readonly logGroup?: string;
  readonly logStream?: string;
}

/** Sums over invocations of one function, region, memory size and five minutes. */
export interface RollupRow {
  readonly functionName: string | null;
  readonly region: string | null;
  readonly memorySizeMb: number | null;
  /** Start of the five minutes, milliseconds since the epoch; null: invocations without a time. */
  readonly binMs: number | null;
  readonly invocations: number;
  readonly errors: number;
  readonly timeouts: number;
  readonly coldStarts: number;
  readonly coldStartUnknown: number;
  readonly durationMs: number;
  readonly billedDurationMs: number;
  readonly initDurationMs: number;
  readonly costUsd: number;
  /** Invocations whose cost is unknown, and so not in `costUsd`. */
  readonly costUnknown: number;
  readonly maxDurationMs: number;
  readonly maxMemoryUsedMb: number | null;
}

/** Durations of one function, region, memory size and hour in log buckets (`statistics/log-bucket.ts`). */
export interface HistogramRow {
  readonly functionName: string | null;
  readonly region: string | null;
  readonly memorySizeMb: number | null;
  readonly hourMs: number | null;
  /** Null: durations of exactly 0 ms. */
  readonly bucket: number | null;
  readonly count: number;
}

/** Where invocations and log events are kept. Contract: `store.contract.ts`. */
export interface Store {
  /** Path or address, as a person would write it. */
  readonly name: string;
  ingest(options?: IngestTuning): Promise<IngestSession>;
  /**
   * Every invocation once, in the order of (object name, place in the object), deeply equal to what
   * was written; in batches of any size above 0.
   */
  invocations(filter?: InvocationFilter): AsyncIterable<Invocation[]>;
  /** In order of time; events without a time come last, in the order in which they were written. */
  logEvents(filter?: LogEventFilter): AsyncIterable<LogEvent[]>;
  /** Ordered by name. */
  objects(): Promise<StoredObject[]>;
  rollups(): Promise<RollupRow[]>;
  histograms(): Promise<HistogramRow[]>;
  /**
   * Deletes invocations and log events older than a time (ms since the epoch); what has no time
   * stays. Rollups and histogram rows stay too: they are the memory of what is gone.
   */
  forgetBefore(timeMs: number): Promise<{ invocations: number; logEvents: number }>;
  close(): Promise<void>;
}
