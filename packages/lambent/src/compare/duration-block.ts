import { BucketCounts } from "../statistics/bucket-counts.ts";
import type { MeasurementBlock } from "./measurements.ts";

/** Totals are kept as whole thousandths, so that they do not depend on the order of adds. */
const PER_UNIT = 1_000;

/** What a block is told of one invocation. */
export interface BlockEntry {
  readonly failed: boolean;
  readonly coldStart: boolean | null;
  /** Null where the invocation failed. */
  readonly durationMs: number | null;
  readonly costNanoUsd: number | null;
}

/** Figures of one stretch of time. */
export class DurationBlock implements MeasurementBlock {
  invocations = 0;
  errors = 0;
  temperatureKnown = 0;
  coldStarts = 0;
  durations = 0;
  costs = 0;
  #durationTotal = 0;
  #costTotal = 0;
  #zeros = 0;
  #buckets = new BucketCounts();

  add(entry: BlockEntry): void {
    this.invocations += 1;
    if (entry.failed) this.errors += 1;
    if (entry.coldStart !== null) this.temperatureKnown += 1;
    if (entry.coldStart === true) this.coldStarts += 1;
    if (entry.durationMs !== null) {
      this.durations += 1;
      this.#durationTotal += Math.round(entry.durationMs * PER_UNIT);
      if (entry.durationMs > 0) this.#buckets.add(entry.durationMs, 1);
      else this.#zeros += 1;
    }
    if (entry.costNanoUsd !== null) {
      this.costs += 1;
      this.#costTotal += Math.round(entry.costNanoUsd * PER_UNIT);
    }
  }

  merge(other: DurationBlock): void {
    this.invocations += other.invocations;
    this.errors += other.errors;
    this.temperatureKnown += other.temperatureKnown;
    this.coldStarts += other.coldStarts;
    this.durations += other.durations;
    this.costs += other.costs;
    this.#durationTotal += other.#durationTotal;
    this.#costTotal += other.#costTotal;
    this.#zeros += other.#zeros;
    this.#buckets.merge(other.#buckets);
  }

  get durationTotalMs(): number {
    return this.#durationTotal / PER_UNIT;
  }

  get costTotalNanoUsd(): number {
    return this.#costTotal / PER_UNIT;
  }

  durationsAtOrBelow(valueMs: number): number {
    return this.#zeros + this.#buckets.countAtOrBelow(valueMs);
  }
}
