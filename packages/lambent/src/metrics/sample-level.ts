/**
 * How much of a large log the memory-hungry measurements look at.
 *
 * At level 0 everything is kept. At level n, only what has n zero bits at the end of its hash, one
 * in 2^n. The level of a log is the lowest at which what is kept fits the cap, so it depends on the
 * content alone: not on the order of reading, nor on how many threads read.
 */
export interface SampleLevels {
  /** Request ids, to count retries. */
  readonly requestIds: number;
  /** Busy spans of environments, for concurrency and idle gaps; never below `environments`. */
  readonly spans: number;
  /** Execution environments, for the memory they used. */
  readonly environments: number;
}

/** Everything is kept. */
export const FULL_SAMPLE: SampleLevels = { requestIds: 0, spans: 0, environments: 0 };

/** Whether something with this hash is kept at this level (0 to 30). */
export function isSampled(hash: number, level: number): boolean {
  return (hash & ((1 << level) - 1)) === 0;
}

/** Of two levels, measure by measure, the one that keeps less. */
export function coarserLevels(a: SampleLevels, b: SampleLevels): SampleLevels {
  return {
    requestIds: Math.max(a.requestIds, b.requestIds),
    spans: Math.max(a.spans, b.spans),
    environments: Math.max(a.environments, b.environments),
  };
}
