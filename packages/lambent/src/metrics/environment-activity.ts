import { LogHistogram } from "../statistics/histogram.ts";
import type { BusySpans } from "./busy-spans.ts";
import { NO_ROW } from "./environment-table.ts";
import { sortedNumbers } from "./sorted-numbers.ts";

/** What a function's execution environments did over time. */
export interface EnvironmentActivity {
  /** Environments that were busy at the same moment, at most; 0 where no line carries a time. */
  readonly maxConcurrency: number;
  /** Milliseconds from the end of one invocation to the start of the next in the same environment. */
  readonly idleGapsMs: LogHistogram;
}

/**
 * Sweeps over the busy spans of `environments` environments.
 *
 * A span ends when its REPORT was logged and starts its init and duration before that. An
 * environment serves one event at a time (AWS Lambda guide, "Execution environment"), so where the
 * log's clock makes two spans of one environment overlap, the second starts where the first ends.
 * Of two moments that are equal, the end counts first.
 */
export function environmentActivity(spans: BusySpans, environments: number): EnvironmentActivity {
  const { starts, ends, offsets } = groupedByEnvironment(spans, environments);
  const idleGapsMs = new LogHistogram();
  for (let row = 0; row < environments; row++) {
    const from = offsets[row] as number;
    const to = offsets[row + 1] as number;
    sortByEnd(starts, ends, from, to);
    for (let i = from + 1; i < to; i++) {
      const previousEnd = ends[i - 1] as number;
      const gap = (starts[i] as number) - previousEnd;
      if (gap < 0) starts[i] = previousEnd;
      idleGapsMs.add(gap > 0 ? gap : 0);
    }
  }
  return { maxConcurrency: mostAtOnce(sortedNumbers(starts), sortedNumbers(ends)), idleGapsMs };
}

interface Grouped {
  readonly starts: Float64Array;
  readonly ends: Float64Array;
  /** Where each environment's spans begin; spans of unknown environments follow the last. */
  readonly offsets: Uint32Array;
}

function groupedByEnvironment(spans: BusySpans, environments: number): Grouped {
  const offsets = new Uint32Array(environments + 2);
  for (const { length, environment } of spans.chunks) {
    for (let i = 0; i < length; i++) {
      const group = groupOf(environment[i] as number, environments);
      offsets[group + 1] = (offsets[group + 1] as number) + 1;
    }
  }
  for (let i = 1; i < offsets.length; i++) {
    offsets[i] = (offsets[i] as number) + (offsets[i - 1] as number);
  }
  const next = offsets.slice();
  const starts = new Float64Array(spans.count);
  const ends = new Float64Array(spans.count);
  for (const { length, environment, endMs, elapsedUs } of spans.chunks) {
    for (let i = 0; i < length; i++) {
      const group = groupOf(environment[i] as number, environments);
      const at = next[group] as number;
      next[group] = at + 1;
      const end = endMs[i] as number;
      ends[at] = end;
      starts[at] = end - (elapsedUs[i] as number) / 1_000;
    }
  }
  return { starts, ends, offsets };
}

function groupOf(row: number, environments: number): number {
  return row === NO_ROW ? environments : row;
}

/** Sorts the spans of one environment by end, then start. Logs are nearly sorted already. */
function sortByEnd(starts: Float64Array, ends: Float64Array, from: number, to: number): void {
  let budget = 16 * (to - from);
  for (let i = from + 1; i < to; i++) {
    const end = ends[i] as number;
    const start = starts[i] as number;
    let j = i - 1;
    while (j >= from && isLater(ends[j] as number, starts[j] as number, end, start)) {
      ends[j + 1] = ends[j] as number;
      starts[j + 1] = starts[j] as number;
      j--;
      budget--;
    }
    ends[j + 1] = end;
    starts[j + 1] = start;
    if (budget < 0) return sortShuffled(starts, ends, from, to);
  }
}

function sortShuffled(starts: Float64Array, ends: Float64Array, from: number, to: number): void {
  const oldStarts = starts.slice(from, to);
  const oldEnds = ends.slice(from, to);
  const order = new Uint32Array(to - from).map((_, i) => i);
  order.sort(
    (a, b) =>
      (oldEnds[a] as number) - (oldEnds[b] as number) ||
      (oldStarts[a] as number) - (oldStarts[b] as number),
  );
  for (let i = 0; i < order.length; i++) {
    starts[from + i] = oldStarts[order[i] as number] as number;
    ends[from + i] = oldEnds[order[i] as number] as number;
  }
}

function isLater(end: number, start: number, thanEnd: number, thanStart: number): boolean {
  return end > thanEnd || (end === thanEnd && start > thanStart);
}

function mostAtOnce(starts: Float64Array, ends: Float64Array): number {
  let most = 0;
  let ended = 0;
  for (let started = 0; started < starts.length; started++) {
    const start = starts[started] as number;
    while (ended < ends.length && (ends[ended] as number) <= start) ended++;
    if (started + 1 - ended > most) most = started + 1 - ended;
  }
  return most;
}
