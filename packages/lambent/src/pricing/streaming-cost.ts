import { MB_PER_GB } from "../model/memory.ts";
import type { RegionPrices } from "./region-prices.ts";

/** MB of each streamed response that cost nothing (AWS Lambda pricing page). */
export const STREAMING_FREE_MB = 6;

/** GB that are charged of `requests` streamed responses of `responseMb` MB each (≥ 0). */
export function chargedStreamingGb(responseMb: number, requests = 1): number {
  return (Math.max(0, responseMb - STREAMING_FREE_MB) * requests) / MB_PER_GB;
}

/**
 * Dollars for charged GB of streamed responses, before the free tier. 0 where nothing is charged;
 * null where something is and the region's price is unknown.
 * Source: AWS Lambda pricing page, "HTTP response stream".
 */
export function streamingCostUsd(
  chargedGb: number,
  prices: Pick<RegionPrices, "streamingGbUsd">,
): number | null {
  if (chargedGb === 0) return 0;
  return prices.streamingGbUsd === null ? null : chargedGb * prices.streamingGbUsd;
}
