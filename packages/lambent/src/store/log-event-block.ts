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
  /** Holds the messages in UTF-8, in their order; what lies between them is of no meaning. */
  readonly bytes: Uint8Array;
  /** Message i is from starts[i] to ends[i]. What is not UTF-8 in it is stored as U+FFFD. */
  readonly starts: Uint32Array;
  readonly ends: Uint32Array;
  /** Milliseconds since the epoch; NaN where unknown. */
  readonly timestampMs: Float64Array;
  /** Index into `streams`, one for each event. */
  readonly stream: Uint32Array;
  readonly streams: readonly StreamName[];
}
