/**
 * Count, mean and variance of a stream of values of any sign, without keeping them.
 * Source: Welford, Technometrics 4, 1962; merge: Chan, Golub and LeVeque, 1979.
 * The last bits depend on the order of adds; where that matters use `LogHistogram`.
 */
export class RunningVariance {
  count = 0;
  #mean = 0;
  #squares = 0;

  add(value: number): void {
    this.count += 1;
    const before = value - this.#mean;
    this.#mean += before / this.count;
    this.#squares += before * (value - this.#mean);
  }

  merge(other: RunningVariance): void {
    if (other.count === 0) return;
    const total = this.count + other.count;
    const apart = other.#mean - this.#mean;
    this.#squares += other.#squares + (apart * apart * this.count * other.count) / total;
    this.#mean += (apart * other.count) / total;
    this.count = total;
  }

  /** NaN where there are no values. */
  get mean(): number {
    return this.count === 0 ? Number.NaN : this.#mean;
  }

  /** Sample variance (divisor n − 1); NaN below two values. */
  get variance(): number {
    return this.count < 2 ? Number.NaN : this.#squares / (this.count - 1);
  }
}
