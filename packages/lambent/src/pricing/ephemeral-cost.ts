import { MB_PER_GB } from "../model/memory.ts";
import type { RegionPrices } from "./region-prices.ts";

/** MB of `/tmp` that every function has without a charge (AWS Lambda pricing page). */
export const INCLUDED_EPHEMERAL_MB = 512;

/** GB-seconds of `/tmp` that are charged: what is configured above 512 MB, for the billed time. */
export function chargedEphemeralGbSeconds(
  ephemeralStorageMb: number,
  billedDurationMs: number,
): number {
  const chargedMb = Math.max(0, ephemeralStorageMb - INCLUDED_EPHEMERAL_MB);
  return (chargedMb * billedDurationMs) / (MB_PER_GB * 1_000);
}

/**
 * Dollars for `/tmp` during `billedDurationMs` (≥ 0) with `ephemeralStorageMb` (512 to 10,240)
 * configured. 0 at 512 MB; null where it is larger and the region's price is unknown.
 * Source: AWS Lambda pricing page, "Ephemeral storage".
 */
export function ephemeralCostUsd(
  ephemeralStorageMb: number,
  billedDurationMs: number,
  prices: Pick<RegionPrices, "ephemeralGbSecondUsd">,
): number | null {
  const gbSeconds = chargedEphemeralGbSeconds(ephemeralStorageMb, billedDurationMs);
  if (gbSeconds === 0) return 0;
  return prices.ephemeralGbSecondUsd === null ? null : gbSeconds * prices.ephemeralGbSecondUsd;
}
