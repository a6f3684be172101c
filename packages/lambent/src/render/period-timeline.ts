import type { Assessment, TimelineBin } from "../model/assessment.ts";

/** The timelines of all functions added up, one bin for every step of the period, gaps filled. */
export function periodTimeline(assessment: Assessment): readonly TimelineBin[] {
  const byStart = new Map<number, TimelineBin>();
  let widthMs = Number.POSITIVE_INFINITY;
  for (const one of assessment.functions) {
    let previousMs: number | null = null;
    for (const bin of one.timeline) {
      const before = byStart.get(bin.startMs);
      byStart.set(bin.startMs, before === undefined ? bin : added(before, bin));
      if (previousMs !== null && bin.startMs > previousMs) {
        widthMs = Math.min(widthMs, bin.startMs - previousMs);
      }
      previousMs = bin.startMs;
    }
  }
  const bins = [...byStart.values()].toSorted((a, b) => a.startMs - b.startMs);
  return filled(bins, widthMs);
}

function added(a: TimelineBin, b: TimelineBin): TimelineBin {
  return {
    startMs: a.startMs,
    invocations: a.invocations + b.invocations,
    errors: a.errors + b.errors,
    coldStarts: a.coldStarts + b.coldStarts,
    costUsd: a.costUsd + b.costUsd,
  };
}

/** A timeline has at most 96 bins; more gaps than that mean uneven bins, which stay as they are. */
const MOST_BINS = 400;

function filled(bins: readonly TimelineBin[], widthMs: number): readonly TimelineBin[] {
  const first = bins[0];
  const last = bins.at(-1);
  if (first === undefined || last === undefined || !Number.isFinite(widthMs)) return bins;
  const steps = Math.round((last.startMs - first.startMs) / widthMs) + 1;
  if (steps > MOST_BINS) return bins;
  const all: (TimelineBin | undefined)[] = Array.from({ length: steps });
  for (const bin of bins) all[Math.round((bin.startMs - first.startMs) / widthMs)] = bin;
  return all.map(
    (bin, step) =>
      bin ?? {
        startMs: first.startMs + step * widthMs,
        invocations: 0,
        errors: 0,
        coldStarts: 0,
        costUsd: 0,
      },
  );
}
