import type { Change, ChangeVerdict } from "../model/comparison.ts";
import type { Interval } from "../model/interval.ts";
import type { Measure } from "./measure.ts";
import type { FunctionMeasurements } from "./measurements.ts";

/** With fewer values on either side nothing is judged: an interval would be a guess. */
export const FEWEST_VALUES = 10;

/** Whether both sides have enough values of a measure for an interval to be tried. */
export function isJudged(
  measure: Measure,
  before: FunctionMeasurements,
  after: FunctionMeasurements,
): boolean {
  return measure.count(before) >= FEWEST_VALUES && measure.count(after) >= FEWEST_VALUES;
}

/** The change of one measure; null where neither side knows it. */
export function changeOf(
  measure: Measure,
  before: FunctionMeasurements,
  after: FunctionMeasurements,
  confidence: number,
): Change | null {
  const earlier = measure.value(before);
  const later = measure.value(after);
  if (earlier === null && later === null) return null;
  const difference = isJudged(measure, before, after)
    ? measure.difference(before, after, confidence)
    : null;
  return {
    measure: measure.name,
    unit: measure.unit,
    before: earlier,
    after: later,
    difference,
    relative: relativeTo(earlier, difference),
    verdict: verdictOf(difference),
  };
}

/** Dollars per month from dollars per million: the same change at the traffic of the later side. */
export function perMonth(perMillion: Change, invocationsPerMonth: number): Change {
  const millions = invocationsPerMonth / 1e6;
  const scaled = (value: number | null): number | null =>
    value === null ? null : value * millions;
  const { difference } = perMillion;
  return {
    ...perMillion,
    measure: "usdPerMonth",
    before: scaled(perMillion.before),
    after: scaled(perMillion.after),
    difference: difference === null ? null : times(difference, millions),
  };
}

function verdictOf(difference: Interval | null): ChangeVerdict {
  if (difference === null) return "not enough data";
  if (difference.low > 0) return "worse";
  return difference.high < 0 ? "better" : "inside the noise";
}

function relativeTo(before: number | null, difference: Interval | null): Interval | null {
  if (before === null || before === 0 || difference === null) return null;
  return times(difference, 1 / before);
}

function times({ low, mid, high }: Interval, factor: number): Interval {
  return { low: low * factor, mid: mid * factor, high: high * factor };
}
