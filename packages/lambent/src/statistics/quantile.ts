/**
 * Rank, 1 to `count`, of the `q` quantile: the smallest whole number not below `q × count`.
 * The quantile is the value at that rank ("nearest rank"; type 1 of Hyndman and Fan,
 * The American Statistician 50, 1996), so it is always a value that was really seen.
 * `q` is 0 to 1; anything else is a RangeError.
 */
export function nearestRank(q: number, count: number): number {
  if (!(q >= 0 && q <= 1)) throw new RangeError(`A quantile must be 0 to 1, got ${q}`);
  // 0.07 × 100 is 7.000000000000001 in binary: the margin keeps it at rank 7.
  return Math.min(count, Math.max(1, Math.ceil(q * count * (1 - 1e-12))));
}

/** The `q` quantile (nearest rank) of values sorted in ascending order; NaN where there are none. */
export function quantileOfSorted(sorted: ArrayLike<number>, q: number): number {
  return sorted[nearestRank(q, sorted.length) - 1] ?? Number.NaN;
}
