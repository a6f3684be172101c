import { MB_PER_GB } from "../model/memory.ts";
import type { RegionPrices } from "./region-prices.ts";
import { sumKnown } from "./sum-known.ts";

/** A kept snapshot is billed for at least three hours (AWS Lambda pricing page). */
export const SNAPSTART_CACHE_MIN_SECONDS = 10_800;

/** SnapStart of one published version. */
export interface SnapStartUse {
  /** SnapStart is free for Java. */
  readonly runtime: "java" | "python" | "dotnet";
  readonly memorySizeMb: number;
  /** Seconds that the version was active, ≥ 0. */
  readonly activeSeconds: number;
  /** Times that an environment was restored from the snapshot, ≥ 0. */
  readonly restores: number;
}

/** Dollars by component, on top of the invocations themselves. Null: not known. */
export interface SnapStartCost {
  readonly cacheUsd: number | null;
  readonly restoreUsd: number | null;
  readonly totalUsd: number | null;
}

/**
 * What SnapStart costs. Keeping: memory × active time, at least three hours. Restoring: memory each
 * time, per GB and not per GB-second. Source: AWS Lambda pricing page, "SnapStart".
 */
export function snapStartCost(
  use: SnapStartUse,
  prices: Pick<RegionPrices, "snapStartCacheGbSecondUsd" | "snapStartRestoreGbUsd">,
): SnapStartCost {
  if (use.runtime === "java") return { cacheUsd: 0, restoreUsd: 0, totalUsd: 0 };
  const memoryGb = use.memorySizeMb / MB_PER_GB;
  const cachedSeconds = Math.max(use.activeSeconds, SNAPSTART_CACHE_MIN_SECONDS);
  const cachePrice = prices.snapStartCacheGbSecondUsd;
  const restorePrice = prices.snapStartRestoreGbUsd;
  const cacheUsd = cachePrice === null ? null : memoryGb * cachedSeconds * cachePrice;
  const restoreUsd = restorePrice === null ? null : memoryGb * use.restores * restorePrice;
  return { cacheUsd, restoreUsd, totalUsd: sumKnown(cacheUsd, restoreUsd) };
}
