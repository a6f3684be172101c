import type { BucketCounts } from "./bucket-counts.ts";
import { bucketLow } from "./log-bucket.ts";

/** One bar of a picture: lower bound, upper bound (in the unit of the values), how many values. */
export type Bar = [low: number, high: number, count: number];

/** Values under this were rounded to zero (half of a thousandth of the unit). */
const ZERO_BELOW = 0.0005;

/** Bars of equal width on a logarithmic axis: neighbouring buckets put together. */
export function barsOf(buckets: BucketCounts, zeros: number, maxBars: number): Bar[] {
  const { first, counts } = buckets.trimmed();
  const bars: Bar[] = zeros > 0 ? [[0, ZERO_BELOW, zeros]] : [];
  const room = Math.max(1, maxBars - bars.length);
  const width = Math.ceil(counts.length / room);
  for (let start = 0; start < counts.length; start += width) {
    let inside = 0;
    for (let i = start; i < start + width; i++) inside += counts[i] ?? 0;
    bars.push([bucketLow(first + start), bucketLow(first + start + width), inside]);
  }
  return bars;
}
