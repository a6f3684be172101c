import { bucketLow, bucketOf } from "./log-bucket.ts";

const SLACK = 64;

/** How many values fell into each log bucket; only the range of buckets in use is kept. */
export class BucketCounts {
  /** Bucket number of `counts[0]`. */
  first = 0;
  counts: Float64Array = new Float64Array(0);

  /** Adds `count` to the bucket of a positive value. */
  add(value: number, count: number): void {
    this.addToBucket(bucketOf(value), count);
  }

  addToBucket(bucket: number, count: number): void {
    let index = bucket - this.first;
    if (index < 0 || index >= this.counts.length) {
      this.#cover(bucket);
      index = bucket - this.first;
    }
    this.counts[index] = (this.counts[index] ?? 0) + count;
  }

  /** How many values are at or below a value; within its bucket they are taken as evenly spread. */
  countAtOrBelow(value: number): number {
    if (!(value > 0)) return 0;
    const bucket = bucketOf(value);
    let below = 0;
    const end = Math.min(this.counts.length, bucket - this.first);
    for (let i = 0; i < end; i++) below += this.counts[i] ?? 0;
    const low = bucketLow(bucket);
    const share = Math.min(1, Math.max(0, (value - low) / (bucketLow(bucket + 1) - low)));
    return below + share * (this.counts[bucket - this.first] ?? 0);
  }

  merge(other: BucketCounts): void {
    const { counts, first } = other.trimmed();
    for (let i = 0; i < counts.length; i++) {
      const count = counts[i] ?? 0;
      if (count > 0) this.addToBucket(first + i, count);
    }
  }

  /** The same counts without empty buckets at either end: one form for one content. */
  trimmed(): BucketCounts {
    let start = 0;
    let end = this.counts.length;
    while (start < end && this.counts[start] === 0) start++;
    while (end > start && this.counts[end - 1] === 0) end--;
    return BucketCounts.of(start === end ? 0 : this.first + start, this.counts.slice(start, end));
  }

  static of(first: number, counts: Float64Array): BucketCounts {
    const result = new BucketCounts();
    result.first = first;
    result.counts = counts;
    return result;
  }

  #cover(bucket: number): void {
    const empty = this.counts.length === 0;
    const low = empty ? bucket - SLACK : Math.min(this.first, bucket - SLACK);
    const end = empty ? bucket + SLACK : Math.max(this.first + this.counts.length, bucket + SLACK);
    const wider = new Float64Array(end - low);
    wider.set(this.counts, empty ? 0 : this.first - low);
    this.first = low;
    this.counts = wider;
  }
}
