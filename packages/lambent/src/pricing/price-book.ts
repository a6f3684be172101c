import type { Architecture } from "../model/architecture.ts";
import type { RegionPrices } from "./region-prices.ts";
import { EPHEMERAL_GB_SECOND_USD } from "./tables/ephemeral.ts";
import { ON_DEMAND } from "./tables/on-demand.ts";
import { PROVISIONED } from "./tables/provisioned.ts";
import { SNAPSTART_X86_64 } from "./tables/snapstart.ts";
import { STREAMING_GB_USD } from "./tables/streaming.ts";
import { TIER_GB_SECONDS, tierPrices } from "./volume-tiers.ts";

/** Regions with a price in US dollars, in alphabetical order. */
export const PRICED_REGIONS: readonly string[] = Object.keys(ON_DEMAND).toSorted();

/**
 * Regions of AWS for which no price was found (checked 2026-11).
 * Source: AWS's list of regions against every source of the tables.
 */
export const UNPRICED_REGIONS: readonly string[] = [
  "ap-east-2",
  "ap-southeast-6",
  "ap-southeast-7",
  "mx-central-1",
];

const built = new Map<string, RegionPrices>();

/**
 * What is known about the prices of a region, in US dollars.
 * Null where no dollar price is known: unknown regions, and China (`yuan-prices.ts`).
 * Sources: `tables/`, see `docs/prices.md`.
 */
export function pricesFor(region: string, architecture: Architecture): RegionPrices | null {
  const key = `${region} ${architecture}`;
  const known = built.get(key);
  if (known !== undefined) return known;
  const prices = readTables(region, architecture);
  if (prices !== null) built.set(key, prices);
  return prices;
}

function readTables(region: string, architecture: Architecture): RegionPrices | null {
  const row = entry(ON_DEMAND, region);
  if (row === null) return null;
  const provisioned = entry(PROVISIONED, region)?.[architecture] ?? null;
  const snapStart = architecture === "x86_64" ? entry(SNAPSTART_X86_64, region) : null;
  return Object.freeze({
    region,
    architecture,
    currency: "USD",
    requestUsd: row.requestUsd,
    gbSecondUsd: tierPrices(row[architecture], row.tiers),
    tierBasis: row[architecture] === null ? "unknown" : row.tiers,
    tierGbSeconds: TIER_GB_SECONDS[architecture],
    provisionedGbSecondUsd: provisioned?.idleUsd ?? null,
    provisionedDurationGbSecondUsd: provisioned?.durationUsd ?? null,
    ephemeralGbSecondUsd: entry(EPHEMERAL_GB_SECOND_USD, region),
    snapStartCacheGbSecondUsd: snapStart?.cacheGbSecondUsd ?? null,
    snapStartRestoreGbUsd: snapStart?.restoreGbUsd ?? null,
    streamingGbUsd: entry(STREAMING_GB_USD, region),
    confidence: row.confidence,
    asOf: row.asOf,
    asOfExact: row.asOfExact,
    sources: row.sources,
  });
}

function entry<T>(table: Readonly<Record<string, T>>, region: string): T | null {
  // A region comes from logs: "constructor" must not find what every object inherits.
  return Object.hasOwn(table, region) ? (table[region] ?? null) : null;
}
