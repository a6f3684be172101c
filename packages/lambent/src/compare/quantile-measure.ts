import type { MeasureName } from "../model/comparison.ts";
import type { Interval } from "../model/interval.ts";
import { quantileDifference, quantileInterval } from "../statistics/quantile-interval.ts";
import { nearestRank } from "../statistics/quantile.ts";
import { dependenceOf, effectiveCount } from "./dependence.ts";
import type { Measure } from "./measure.ts";
import type { FunctionMeasurements } from "./measurements.ts";

/** A quantile of the duration; its difference from two distribution-free intervals. */
export function durationQuantile(name: MeasureName, q: number): Measure {
  return {
    name,
    unit: "ms",
    count: (side) => side.durationMs.count,
    value: (side) => (side.durationMs.count === 0 ? null : quantile(side, q)),
    difference: (before, after, confidence) =>
      quantileDifference(interval(before, q, confidence), interval(after, q, confidence)),
  };
}

function quantile({ durationMs }: FunctionMeasurements, q: number): number {
  return durationMs.valueAtRank(nearestRank(q, durationMs.count));
}

function interval(side: FunctionMeasurements, q: number, confidence: number): Interval | null {
  const { durationMs, blocks } = side;
  // A quantile is off by as much as the share of values below it is.
  const level = quantile(side, q);
  const totals = blocks.map((block) => ({
    count: block.durations,
    total: block.durationsAtOrBelow(level),
  }));
  const dependence = dependenceOf(totals, q * (1 - q));
  return quantileInterval(
    durationMs,
    q,
    confidence,
    effectiveCount(durationMs.count, dependence, confidence),
  );
}
