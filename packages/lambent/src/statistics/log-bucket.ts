/** Buckets per factor e. Each bucket is e^(1/128), that is 0.784 %, wider than the one below it. */
export const BUCKETS_PER_E = 128;

/** The most by which a value read back from a bucket can be off, relative to the true value. */
export const BUCKET_RELATIVE_ERROR: number = Math.expm1(1 / BUCKETS_PER_E);

/**
 * Bucket of a positive value: ⌊ln(value) × 128⌋.
 * Source: the logarithmic mapping of DDSketch (Masson, Rim, Lee: VLDB 2019), relative error 0.784 %.
 */
export function bucketOf(value: number): number {
  return Math.floor(Math.log(value) * BUCKETS_PER_E);
}

/** Lower edge of a bucket, in the unit of the values. The upper edge is the lower edge of the next. */
export function bucketLow(bucket: number): number {
  return Math.exp(bucket / BUCKETS_PER_E);
}
