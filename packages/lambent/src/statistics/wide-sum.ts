const LIMB = 2 ** 52;
const HALF_LIMB = 2 ** 26;
const MASK = 0xf_ffff_ffff_ffffn;

/** A non-negative integer as `top × 2^104 + high × 2^52 + low`; `high` and `low` below 2^52. */
export type WideInteger = readonly [top: number, high: number, low: number];

/**
 * Exact sum of non-negative integers, below 2^157. Its form is unique, so the sum does not depend
 * on the order of adds and merges, as a sum of doubles would.
 */
export class WideSum {
  #top = 0;
  #high = 0;
  #low = 0;

  /** Adds an integer, 0 to 2^52. */
  add(value: number): void {
    this.#low += value;
    if (this.#low >= LIMB) {
      this.#low -= LIMB;
      this.#addHigh(1);
    }
  }

  /** Adds the square of an integer, 0 to 2^52. */
  addSquare(value: number): void {
    if (value < HALF_LIMB) {
      this.add(value * value);
      return;
    }
    const top = Math.floor(value / HALF_LIMB);
    const bottom = value - top * HALF_LIMB;
    const cross = 2 * top * bottom;
    const crossTop = Math.floor(cross / HALF_LIMB);
    this.#addHigh(top * top);
    this.#addHigh(crossTop);
    this.add((cross - crossTop * HALF_LIMB) * HALF_LIMB);
    this.add(bottom * bottom);
  }

  /** Adds a non-negative integer of any size. */
  addBig(value: bigint): void {
    this.merge(
      WideSum.of([Number(value >> 104n), Number((value >> 52n) & MASK), Number(value & MASK)]),
    );
  }

  merge(other: WideSum): void {
    this.#top += other.#top;
    this.#addHigh(other.#high);
    this.add(other.#low);
  }

  toBigInt(): bigint {
    return (BigInt(this.#top) << 104n) + (BigInt(this.#high) << 52n) + BigInt(this.#low);
  }

  /** The nearest double. */
  toNumber(): number {
    return this.#high === 0 && this.#top === 0 ? this.#low : Number(this.toBigInt());
  }

  toParts(): WideInteger {
    return [this.#top, this.#high, this.#low];
  }

  static of([top, high, low]: WideInteger): WideSum {
    const sum = new WideSum();
    sum.#top = top;
    sum.#high = high;
    sum.#low = low;
    return sum;
  }

  #addHigh(value: number): void {
    this.#high += value;
    if (this.#high >= LIMB) {
      this.#high -= LIMB;
      this.#top += 1;
    }
  }
}
