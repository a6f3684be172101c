import type { Architecture } from "../model/architecture.ts";
import type { PriceSourceId } from "./tables/sources.ts";

/**
 * How sure a price is: in AWS's own price list; in copies of AWS's pricing calculator; in
 * third-party tables only.
 */
export type PriceConfidence = "price-list" | "calculator-copy" | "secondary-only";

/**
 * Where the prices of tiers 2 and 3 come from. `derived`: 0.9 and 0.8 of tier 1, rounded to ten
 * decimals, which gives all four published prices of us-east-1 (its last digit may differ elsewhere).
 */
export type TierBasis = "published" | "derived" | "unknown";

/** One price for each of the three volume tiers. */
export type TierPrices = readonly [number | null, number | null, number | null];

/** Everything known about the prices of one region and architecture. Null: not known. */
export interface RegionPrices {
  readonly region: string;
  readonly architecture: Architecture;
  readonly currency: "USD";
  readonly requestUsd: number | null;
  /** Per GB-second on demand, by volume tier. */
  readonly gbSecondUsd: TierPrices;
  readonly tierBasis: TierBasis;
  /** GB-seconds a month at which tier 1 and tier 2 end. */
  readonly tierGbSeconds: readonly [number, number];
  /** Per GB-second of configured provisioned concurrency. */
  readonly provisionedGbSecondUsd: number | null;
  /** Per GB-second of running on provisioned concurrency; has no tiers. */
  readonly provisionedDurationGbSecondUsd: number | null;
  /** Per GB-second of `/tmp` above 512 MB. */
  readonly ephemeralGbSecondUsd: number | null;
  /** Per GB-second of a kept snapshot (Python, .NET). */
  readonly snapStartCacheGbSecondUsd: number | null;
  /** Per GB restored (Python, .NET). */
  readonly snapStartRestoreGbUsd: number | null;
  /** Per GB streamed beyond 6 MB of each request. */
  readonly streamingGbUsd: number | null;
  readonly confidence: PriceConfidence;
  /** ISO 8601 day of the prices; the earliest possible day where `asOfExact` is false. */
  readonly asOf: string;
  /** False where the source carries no date and `asOf` is the earliest day it can be from. */
  readonly asOfExact: boolean;
  readonly sources: readonly PriceSourceId[];
}
