import type { Interval } from "../model/interval.ts";
import { differenceInterval } from "./difference.ts";
import { incompleteBeta } from "./incomplete-beta.ts";
import { nearestRank } from "./quantile.ts";

/** Values that can be asked for by rank, as `LogHistogram` can. */
export interface RankedValues {
  readonly count: number;
  /** The most by which an answer may be off, relative; 0 where answers are exact. */
  readonly relativeError: number;
  /** The `rank`-th smallest value, counted from 1. */
  valueAtRank(rank: number): number;
}

/**
 * Interval of the `q` quantile (0 < q < 1), whatever the distribution: two order statistics, so
 * chosen that the quantile lies below the lower one, or above the upper one, with probability
 * (1 − confidence) / 2 each at most. Null where there are too few values for that.
 * Source: David and Nagaraja, Order Statistics, 3rd ed., section 7.1 (binomial ranks).
 *
 * `effectiveCount` (default: the count) is of how many independent values the values are worth;
 * the ranks are found for it and stretched to the real count. The relative error of bucketed
 * values is added on both sides.
 */
export function quantileInterval(
  values: RankedValues,
  q: number,
  confidence: number,
  effectiveCount: number = values.count,
): Interval | null {
  const n = Math.floor(Math.min(values.count, effectiveCount));
  const ranks = n >= 1 ? quantileRanks(n, q, (1 - confidence) / 2) : null;
  if (ranks === null) return null;
  const stretch = values.count / n;
  const low = values.valueAtRank(Math.max(1, Math.floor(ranks[0] * stretch)));
  const high = values.valueAtRank(Math.min(values.count, Math.ceil(ranks[1] * stretch)));
  const off = values.relativeError;
  return {
    low: low * (1 - off),
    mid: values.valueAtRank(nearestRank(q, values.count)),
    high: high * (1 + off),
  };
}

/**
 * Interval of `after − before` of one quantile of two independent samples; null where either has
 * too few values. The two intervals are put together by `differenceInterval`.
 */
export function quantileDifference(
  before: Interval | null,
  after: Interval | null,
): Interval | null {
  return before === null || after === null ? null : differenceInterval(before, after);
}

/** Lower and upper rank with at most `tail` outside each, or null. */
function quantileRanks(n: number, q: number, tail: number): [low: number, high: number] | null {
  // P(rank-th value ≤ quantile) = P(Binomial(n, q) ≥ rank).
  const atLeast = (rank: number): number => incompleteBeta(q, rank, n - rank + 1);
  if (1 - atLeast(1) > tail || atLeast(n) > tail) return null;
  const low = lastWhere(1, n, (rank) => 1 - atLeast(rank) <= tail);
  const high = lastWhere(1, n, (rank) => atLeast(rank) > tail) + 1;
  return [low, high];
}

/** The last whole number from `first` to `end` for which `holds`; it holds at `first` and then stops. */
function lastWhere(first: number, end: number, holds: (n: number) => boolean): number {
  let low = first;
  let high = end;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
