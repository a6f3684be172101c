import type { Interval } from "../model/interval.ts";
import { studentTQuantile } from "./student-t.ts";

/** A mean as it was estimated. */
export interface MeanEstimate {
  readonly mean: number;
  /** Variance of the mean itself (for independent values: sample variance / count). */
  readonly meanVariance: number;
  /** Degrees of freedom of that variance (for independent values: count − 1), 1 or more. */
  readonly degreesOfFreedom: number;
}

/** The mean of `count` ≥ 2 independent values of the given sample variance. */
export function meanOf(count: number, mean: number, variance: number): MeanEstimate {
  return { mean, meanVariance: variance / count, degreesOfFreedom: count - 1 };
}

/** Student's t interval of a mean, in the unit of the mean. */
export function meanInterval(estimate: MeanEstimate, confidence: number): Interval {
  const { mean, meanVariance, degreesOfFreedom } = estimate;
  return around(mean, meanVariance, degreesOfFreedom, confidence);
}

/**
 * Interval of `after.mean − before.mean`; the variances may differ.
 * Source: Welch, Biometrika 34, 1947; degrees of freedom by Welch and Satterthwaite.
 */
export function meanDifference(
  before: MeanEstimate,
  after: MeanEstimate,
  confidence: number,
): Interval {
  const variance = before.meanVariance + after.meanVariance;
  const spread =
    before.meanVariance ** 2 / before.degreesOfFreedom +
    after.meanVariance ** 2 / after.degreesOfFreedom;
  const df = spread > 0 ? variance ** 2 / spread : 1;
  return around(after.mean - before.mean, variance, Math.max(1, df), confidence);
}

function around(mid: number, variance: number, df: number, confidence: number): Interval {
  const half = variance > 0 ? studentTQuantile(0.5 + confidence / 2, df) * Math.sqrt(variance) : 0;
  return { low: mid - half, mid, high: mid + half };
}
