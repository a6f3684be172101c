/**
 * What one account has free each month, all regions and both architectures together.
 * It does not cover functions with provisioned concurrency. Source: AWS Lambda pricing page.
 */
export interface FreeTier {
  readonly requests: number;
  readonly gbSeconds: number;
  /** GB of streamed responses beyond the first 6 MB of each request. */
  readonly streamingGb: number;
}

export const FREE_TIER: FreeTier = {
  requests: 1_000_000,
  gbSeconds: 400_000,
  streamingGb: 100,
};

/** How much of one quantity is free, and what is left to pay. */
export interface FreeShare {
  readonly free: number;
  readonly charged: number;
}

/** Splits a month's use (≥ 0) into the part that the allowance (≥ 0) covers and the rest. */
export function freeShare(used: number, allowance: number): FreeShare {
  const free = Math.min(used, allowance);
  return { free, charged: used - free };
}
