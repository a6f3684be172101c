import type { Interval } from "../model/interval.ts";
import { differenceInterval } from "./difference.ts";
import { normalQuantile } from "./normal.ts";

/** So many successes (need not be whole) among `trials` > 0. */
export interface Proportion {
  readonly successes: number;
  readonly trials: number;
}

/**
 * Interval of a share, 0 to 1, with the given confidence (0 < confidence < 1). Sound for small
 * numbers and for shares of 0 and 1. Source: Wilson, Journal of the American Statistical
 * Association 22, 1927 (score interval, no continuity correction).
 */
export function proportionInterval(observed: Proportion, confidence: number): Interval {
  const { successes, trials } = observed;
  if (!(trials > 0 && successes >= 0 && successes <= trials)) {
    throw new RangeError(`Not a proportion: ${successes} of ${trials}`);
  }
  const z = normalQuantile(0.5 + confidence / 2);
  const mid = successes / trials;
  const centre = mid + (z * z) / (2 * trials);
  const half = z * Math.sqrt((mid * (1 - mid)) / trials + (z * z) / (4 * trials * trials));
  const scale = 1 + (z * z) / trials;
  return {
    // At the two ends the formula gives the end itself, but for rounding.
    low: successes === 0 ? 0 : (centre - half) / scale,
    mid,
    high: successes === trials ? 1 : (centre + half) / scale,
  };
}

/** Interval of `after − before`, −1 to 1. Source: Newcombe 1998, method 10, from Wilson intervals. */
export function proportionDifference(
  before: Proportion,
  after: Proportion,
  confidence: number,
): Interval {
  return differenceInterval(
    proportionInterval(before, confidence),
    proportionInterval(after, confidence),
  );
}
