import { incompleteBeta } from "./incomplete-beta.ts";
import { normalQuantile } from "./normal.ts";

/** Over so many degrees of freedom the normal quantile and its first correction are exact enough. */
const NEARLY_NORMAL = 1e6;

/** Probability that Student's t with `df` > 0 degrees of freedom exceeds `t` ≥ 0. */
export function studentTUpperTail(t: number, df: number): number {
  return 0.5 * incompleteBeta(df / (df + t * t), df / 2, 0.5);
}

/**
 * Value of Student's t that is not exceeded with probability `p` (0 < p < 1), for `df` ≥ 1
 * degrees of freedom (need not be whole). Found by bisection of the distribution function
 * (NIST Engineering Statistics Handbook 1.3.6.6.4); about 12 digits.
 */
export function studentTQuantile(p: number, df: number): number {
  if (!(df >= 1)) throw new RangeError(`Degrees of freedom must be 1 or more, got ${df}`);
  const normal = normalQuantile(p);
  if (df > NEARLY_NORMAL) return normal + (normal ** 3 + normal) / (4 * df);
  if (p === 0.5) return 0;
  if (p < 0.5) return -studentTQuantile(1 - p, df);
  const tail = 1 - p;
  let low = normal;
  let high = normal * 2;
  while (studentTUpperTail(high, df) > tail) {
    low = high;
    high *= 2;
  }
  while (high - low > 1e-13 * high) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (studentTUpperTail(middle, df) > tail) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
