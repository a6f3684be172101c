import type { Interval } from "../model/interval.ts";
import { quantileOfSorted } from "./quantile.ts";
import type { Random } from "./seeded-random.ts";

export interface BootstrapOptions {
  /** 0 to 1, both ends excluded. */
  readonly confidence: number;
  /** How many resamples; 2,000 gives 95 % intervals that are steady to about two digits. */
  readonly resamples: number;
  readonly random: Random;
  /**
   * Values that are drawn together, as they stand (default 1: independent values). For values in
   * order of time that depend on their neighbours: a few times as long as the dependence lasts.
   */
  readonly blockLength?: number;
}

/**
 * Interval of any statistic of one sample (at least one value), by the percentile bootstrap; `mid`
 * is the statistic of the sample itself. The same seed gives the same interval.
 * Source: Efron and Tibshirani, An Introduction to the Bootstrap, 1993, chapter 13; blocks:
 * the circular block bootstrap of Politis and Romano, 1992.
 */
export function bootstrapInterval(
  sample: ArrayLike<number>,
  statistic: (resample: Float64Array) => number,
  options: BootstrapOptions,
): Interval {
  return bootstrapIntervalOf([sample], ([only]) => statistic(only ?? new Float64Array(0)), options);
}

/** As `bootstrapInterval`, for a statistic of several independent samples (a difference, a ratio). */
export function bootstrapIntervalOf(
  samples: readonly ArrayLike<number>[],
  statistic: (resamples: readonly Float64Array[]) => number,
  options: BootstrapOptions,
): Interval {
  const { confidence, resamples, random, blockLength = 1 } = options;
  const drawn = samples.map((sample) => Float64Array.from(sample));
  const mid = statistic(drawn);
  const results = new Float64Array(resamples);
  for (let i = 0; i < resamples; i++) {
    for (const [j, sample] of samples.entries()) redraw(sample, drawn[j], blockLength, random);
    results[i] = statistic(drawn);
  }
  results.sort();
  const tail = (1 - confidence) / 2;
  return { low: quantileOfSorted(results, tail), mid, high: quantileOfSorted(results, 1 - tail) };
}

function redraw(
  sample: ArrayLike<number>,
  into: Float64Array | undefined,
  blockLength: number,
  random: Random,
): void {
  if (into === undefined) return;
  const n = sample.length;
  for (let start = 0; start < n; start += blockLength) {
    const from = Math.floor(random() * n);
    const end = Math.min(n, start + blockLength);
    for (let i = start; i < end; i++) into[i] = sample[(from + i - start) % n] ?? Number.NaN;
  }
}
