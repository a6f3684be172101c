import type { RegionPrices } from "./region-prices.ts";

/**
 * Utilisation from which provisioned concurrency costs less than on demand: busy environment time
 * as a share of provisioned environment time, 0.6 = 60 %. At 1 and over it never pays on cost
 * alone, because it cannot be used more than all the time; infinity where running on it is no
 * cheaper than on demand. Null where a price is unknown.
 *
 * At utilisation u one provisioned GB-second costs `idle + u × duration`, on demand `u × demand`;
 * they are equal at `idle ÷ (demand − duration)`. Requests cost the same on both sides.
 *
 * @param tier volume tier that the on-demand use would be billed in
 */
export function provisionedBreakEven(
  prices: Pick<
    RegionPrices,
    "gbSecondUsd" | "provisionedGbSecondUsd" | "provisionedDurationGbSecondUsd"
  >,
  tier: 1 | 2 | 3 = 1,
): number | null {
  const demandUsd = prices.gbSecondUsd[tier - 1] ?? null;
  const idleUsd = prices.provisionedGbSecondUsd;
  const durationUsd = prices.provisionedDurationGbSecondUsd;
  if (demandUsd === null || idleUsd === null || durationUsd === null) return null;
  const savedUsd = demandUsd - durationUsd;
  return savedUsd > 0 ? idleUsd / savedUsd : Number.POSITIVE_INFINITY;
}
