import { BucketCounts } from "./bucket-counts.ts";
import { barsOf, type Bar } from "./histogram-bars.ts";
import { bucketLow, BUCKET_RELATIVE_ERROR } from "./log-bucket.ts";
import { nearestRank } from "./quantile.ts";
import { WideSum, type WideInteger } from "./wide-sum.ts";

/** From this many values on, values are kept in buckets and no longer one by one. */
export const EXACT_BELOW = 10_000;
/** Values are rounded to a thousandth of their unit (µs where the unit is ms). */
const PER_UNIT = 1_000;
/** Largest value; greater ones count as this one. In ms: 35 years. Up to here, thousandths are exact. */
export const LARGEST_VALUE: number = 2 ** 50 / PER_UNIT;

/** The whole content of a histogram; can be sent to another thread or written down. */
export interface LogHistogramState {
  readonly count: number;
  /** Every value × 1000, ascending; null from 10,000 values on. */
  readonly exact: Float64Array | null;
  readonly zeros: number;
  readonly firstBucket: number;
  readonly buckets: Float64Array;
  /** Sum of value × 1000, and of its square. */
  readonly sum: WideInteger;
  readonly squares: WideInteger;
  /** Least and greatest value × 1000; Infinity and -Infinity where there are no values. */
  readonly min: number;
  readonly max: number;
}

/**
 * Distribution of non-negative values (ms, MB, …): exact below 10,000 values, log buckets from
 * there on (relative error of a quantile at most 0.79 %). Count, sum, mean, variance, min and max
 * are always exact for values of at most three decimals; further decimals are rounded away.
 *
 * Every result is the same, bit for bit, whatever the order of adds and merges, so files, threads
 * and machines add up. Quantiles are nearest rank (see `nearestRank`); inside a bucket the values
 * are taken as evenly spread. An empty histogram answers NaN.
 */
export class LogHistogram {
  count = 0;
  #exact: Float64Array | null = new Float64Array(8);
  #sorted = true;
  #zeros = 0;
  #buckets = new BucketCounts();
  #sum = new WideSum();
  #squares = new WideSum();
  #min = Infinity;
  #max = -Infinity;

  /** Adds `count` (a whole number, 0 or more) times a value ≥ 0. RangeError for anything else. */
  add(value: number, count = 1): void {
    if (!(value >= 0 && value < Infinity)) throw new RangeError(`Not a value ≥ 0: ${value}`);
    const scaled = value > LARGEST_VALUE ? LARGEST_VALUE * PER_UNIT : Math.round(value * PER_UNIT);
    if (count === 1) {
      this.#sum.add(scaled);
      this.#squares.addSquare(scaled);
    } else {
      if (!(Number.isSafeInteger(count) && count >= 0))
        throw new RangeError(`Not a count: ${count}`);
      if (count === 0) return;
      const big = BigInt(scaled);
      this.#sum.addBig(big * BigInt(count));
      this.#squares.addBig(big * big * BigInt(count));
    }
    if (scaled < this.#min) this.#min = scaled;
    if (scaled > this.#max) this.#max = scaled;
    this.#place(scaled, count);
  }

  merge(other: LogHistogram): void {
    if (other === this) return this.merge(LogHistogram.fromState(this.toState()));
    this.#sum.merge(other.#sum);
    this.#squares.merge(other.#squares);
    this.#min = Math.min(this.#min, other.#min);
    this.#max = Math.max(this.#max, other.#max);
    if (other.#exact !== null) {
      for (let i = 0; i < other.count; i++) this.#place(other.#exact[i] ?? 0, 1);
      return;
    }
    this.#spill();
    this.count += other.count;
    this.#zeros += other.#zeros;
    this.#buckets.merge(other.#buckets);
  }

  /** Value at a share of 0 to 1 of the values, by nearest rank; RangeError outside 0 to 1. */
  quantile(q: number): number {
    return this.valueAtRank(nearestRank(q, this.count));
  }

  /** The `rank`-th smallest value, counted from 1; NaN outside 1 to `count`. */
  valueAtRank(rank: number): number {
    if (!(rank >= 1 && rank <= this.count)) return Number.NaN;
    if (this.#exact !== null) return (this.#sortedExact()[rank - 1] ?? Number.NaN) / PER_UNIT;
    // The two ends are known exactly even where the rest is in buckets.
    if (rank === 1) return this.min;
    if (rank === this.count) return this.max;
    if (rank <= this.#zeros) return 0;
    let left = rank - this.#zeros;
    const { counts, first } = this.#buckets;
    for (let i = 0; i < counts.length; i++) {
      const inside = counts[i] ?? 0;
      if (left > inside) {
        left -= inside;
        continue;
      }
      const low = bucketLow(first + i);
      const value = low + (bucketLow(first + i + 1) - low) * ((left - 0.5) / inside);
      return Math.min(this.max, Math.max(this.min, value));
    }
    return this.max;
  }

  /** Share of the values that are at or below `value`, 0 to 1 (within the bucket of `value`). */
  shareAtOrBelow(value: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = Math.floor((low + high + 1) / 2);
      if (this.valueAtRank(middle) <= value) low = middle;
      else high = middle - 1;
    }
    return this.count === 0 ? Number.NaN : low / this.count;
  }

  /** Whether quantiles are exact: true below 10,000 values. */
  get isExact(): boolean {
    return this.#exact !== null;
  }

  /** The most by which a quantile can be off, relative: 0 while exact. */
  get relativeError(): number {
    return this.isExact ? 0 : BUCKET_RELATIVE_ERROR;
  }

  get sum(): number {
    return this.#sum.toNumber() / PER_UNIT;
  }

  get mean(): number {
    return this.count === 0 ? Number.NaN : this.#sum.toNumber() / this.count / PER_UNIT;
  }

  /** Sample variance (divisor n − 1), in the square of the unit; NaN below two values. */
  get variance(): number {
    if (this.count < 2) return Number.NaN;
    const n = BigInt(this.count);
    const sum = this.#sum.toBigInt();
    const top = n * this.#squares.toBigInt() - sum * sum;
    return Number(top) / this.count / (this.count - 1) / PER_UNIT ** 2;
  }

  get min(): number {
    return this.count === 0 ? Number.NaN : this.#min / PER_UNIT;
  }

  get max(): number {
    return this.count === 0 ? Number.NaN : this.#max / PER_UNIT;
  }

  /**
   * At most `maxBars` bars of equal width on a logarithmic axis, without gaps, from the least to
   * the greatest value. Zeros, which have no place on such an axis, are a first bar with low 0.
   */
  bars(maxBars: number): Bar[] {
    return barsOf(this.#asBuckets(), this.#zeros + this.#exactZeros(), maxBars);
  }

  toState(): LogHistogramState {
    const { first, counts } = this.#buckets.trimmed();
    return {
      count: this.count,
      exact: this.#exact === null ? null : this.#sortedExact().slice(),
      zeros: this.#zeros,
      firstBucket: first,
      buckets: counts,
      sum: this.#sum.toParts(),
      squares: this.#squares.toParts(),
      min: this.#min,
      max: this.#max,
    };
  }

  static fromState(state: LogHistogramState): LogHistogram {
    const result = new LogHistogram();
    result.count = state.count;
    result.#exact = state.exact === null ? null : state.exact.slice();
    result.#zeros = state.zeros;
    result.#buckets = BucketCounts.of(state.firstBucket, state.buckets.slice());
    result.#sum = WideSum.of(state.sum);
    result.#squares = WideSum.of(state.squares);
    result.#min = state.min;
    result.#max = state.max;
    return result;
  }

  #place(scaled: number, count: number): void {
    if (this.#exact !== null && this.count + count >= EXACT_BELOW) this.#spill();
    if (this.#exact === null) {
      this.count += count;
      if (scaled === 0) this.#zeros += count;
      else this.#buckets.add(scaled / PER_UNIT, count);
      return;
    }
    const needed = this.count + count;
    if (needed > this.#exact.length) {
      const wider = new Float64Array(
        Math.min(EXACT_BELOW, Math.max(needed, this.#exact.length * 2)),
      );
      wider.set(this.#exact);
      this.#exact = wider;
    }
    for (let i = this.count; i < needed; i++) this.#exact[i] = scaled;
    this.#sorted = false;
    this.count = needed;
  }

  #spill(): void {
    if (this.#exact === null) return;
    this.#zeros = this.#exactZeros();
    this.#buckets = this.#asBuckets();
    this.#exact = null;
  }

  #exactZeros(): number {
    if (this.#exact === null) return 0;
    let zeros = 0;
    for (let i = 0; i < this.count; i++) if (this.#exact[i] === 0) zeros++;
    return zeros;
  }

  #asBuckets(): BucketCounts {
    if (this.#exact === null) return this.#buckets;
    const buckets = new BucketCounts();
    for (let i = 0; i < this.count; i++) {
      const scaled = this.#exact[i] ?? 0;
      if (scaled > 0) buckets.add(scaled / PER_UNIT, 1);
    }
    return buckets;
  }

  #sortedExact(): Float64Array {
    const values = (this.#exact ?? new Float64Array(0)).subarray(0, this.count);
    if (!this.#sorted) values.sort();
    this.#sorted = true;
    return values;
  }
}
