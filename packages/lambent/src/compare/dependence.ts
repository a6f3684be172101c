import { designEffect, type BlockTotal } from "../statistics/design-effect.ts";
import { normalQuantile } from "../statistics/normal.ts";
import { studentTQuantile } from "../statistics/student-t.ts";

/** With fewer stretches of time their variance says too little to go by. */
export const FEWEST_BLOCKS = 8;

/** How much less a sample tells because its values depend on each other. */
export interface Dependence {
  /** Factor on the variance of a mean, 1 or more. */
  readonly effect: number;
  /** Degrees of freedom of that factor. */
  readonly degreesOfFreedom: number;
}

/**
 * Dependence of values with sample variance `variance`, from their totals by stretch of time.
 * Null where fewer than 8 stretches have values: then independence has to be assumed.
 */
export function dependenceOf(totals: readonly BlockTotal[], variance: number): Dependence | null {
  const blocks = totals.filter((block) => block.count > 0);
  if (blocks.length < FEWEST_BLOCKS) return null;
  return { effect: designEffect(blocks, variance), degreesOfFreedom: blocks.length - 1 };
}

/**
 * How many independent values `count` values are worth, for an interval of the given confidence.
 * The doubt about the effect itself (few degrees of freedom) is taken in: the interval becomes
 * wider by the ratio of Student's to the normal quantile.
 */
export function effectiveCount(
  count: number,
  dependence: Dependence | null,
  confidence: number,
): number {
  if (dependence === null) return count;
  const p = 0.5 + confidence / 2;
  const wider = studentTQuantile(p, dependence.degreesOfFreedom) / normalQuantile(p);
  return count / (dependence.effect * wider ** 2);
}
