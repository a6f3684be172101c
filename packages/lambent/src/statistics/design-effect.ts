/** One stretch of time: how many values, and their sum. */
export interface BlockTotal {
  readonly count: number;
  readonly total: number;
}

/**
 * By how much the variance of a mean over all values is greater than it would be if the values
 * were independent: 1 or more. Values of one stretch of time are alike (same load, same
 * dependencies, same warm environments), so a thousand of them tell less than a thousand
 * independent ones. `variance` is the sample variance of single values.
 *
 * Source: variance of the ratio estimator over clusters, Cochran, Sampling Techniques, 3rd ed.,
 * 1977, formula 6.9 and section 9A; "design effect" after Kish, Survey Sampling, 1965.
 * Estimates under 1 are taken as 1: stretches balance each other only by chance.
 */
export function designEffect(blocks: readonly BlockTotal[], variance: number): number {
  const used = blocks.filter((block) => block.count > 0);
  const count = used.reduce((sum, block) => sum + block.count, 0);
  if (used.length < 2 || !(variance > 0)) return 1;
  const mean = used.reduce((sum, block) => sum + block.total, 0) / count;
  const squares = used.reduce((sum, b) => sum + (b.total - mean * b.count) ** 2, 0);
  const clustered = (used.length / (used.length - 1)) * (squares / count ** 2);
  return Math.max(1, clustered / (variance / count));
}
