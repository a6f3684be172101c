/** Where a log event came from; either part may be unknown. */
export interface StreamName {
  readonly logGroup: string | null;
  readonly logStream: string | null;
}

/**
 * Many log events as columns. Objects for single events would cost more than all the rest of an
 * ingest.
 */
export interface LogEventBlock {
  /** Number of events. */
  readonly count: number;
  /** The messages in UTF-8, back to back. Bytes that are not UTF-8 are stored as U+FFFD. */
  readonly bytes: Uint8Array;
  /** `count + 1` byte offsets into `bytes`: message i is from offsets[i] to offsets[i + 1]. */
  readonly offsets: Uint32Array;
  /** Milliseconds since the epoch; NaN where unknown. */
  readonly timestampMs: Float64Array;
  /** Index into `streams`, one for each event. */
  readonly stream: Uint32Array;
  readonly streams: readonly StreamName[];
}
