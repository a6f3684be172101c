import type { Architecture } from "../model/architecture.ts";
import type { RegionPrices, TierBasis, TierPrices } from "./region-prices.ts";

/**
 * GB-seconds at which tier 1 and tier 2 end, per month, architecture, region and account (or
 * organization). Source: AWS price list, AWS Lambda pricing page.
 */
export const TIER_GB_SECONDS: Readonly<Record<Architecture, readonly [number, number]>> = {
  x86_64: [6_000_000_000, 15_000_000_000],
  arm64: [7_500_000_000, 18_750_000_000],
};

/** AWS states prices to ten decimals; a derived price is rounded to the same place. */
const PRICE_UNITS = 1e10;

function timesTenths(priceUsd: number, tenths: number): number {
  // Whole units first: 0.0000166667 × 0.9 in floating point may land beside the decimal.
  return Math.round((Math.round(priceUsd * PRICE_UNITS) * tenths) / 10) / PRICE_UNITS;
}

/**
 * Prices of the three tiers from that of the first (USD per GB-second).
 * Source: us-east-1, where tiers 2 and 3 are published and are 0.9 and 0.8 of tier 1.
 */
export function tierPrices(firstTierUsd: number | null, basis: TierBasis): TierPrices {
  if (firstTierUsd === null || basis === "unknown") return [firstTierUsd, null, null];
  return [firstTierUsd, timesTenths(firstTierUsd, 9), timesTenths(firstTierUsd, 8)];
}

/**
 * Dollars for `gbSeconds` (≥ 0) of one month in one region on one architecture, tier by tier.
 * Null where the price of a tier that is reached is not known.
 * Source: AWS Lambda pricing page (each tier's price holds for the part that falls in it).
 */
export function tieredComputeUsd(
  gbSeconds: number,
  prices: Pick<RegionPrices, "gbSecondUsd" | "tierGbSeconds">,
): number | null {
  const [firstEnd, secondEnd] = prices.tierGbSeconds;
  const parts = [
    Math.min(gbSeconds, firstEnd),
    Math.min(Math.max(gbSeconds - firstEnd, 0), secondEnd - firstEnd),
    Math.max(gbSeconds - secondEnd, 0),
  ];
  let usd = 0;
  for (const [tier, part] of parts.entries()) {
    const price = prices.gbSecondUsd[tier] ?? null;
    if (part === 0) continue;
    if (price === null) return null;
    usd += part * price;
  }
  return usd;
}
