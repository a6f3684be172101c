import type { Architecture } from "../model/architecture.ts";
import type { PriceSourceId } from "./tables/sources.ts";
import { YUAN } from "./tables/yuan.ts";

/** Prices of a region of AWS China. In yuan: never add them to dollars. */
export interface YuanPrices {
  readonly region: string;
  readonly architecture: Architecture;
  readonly currency: "CNY";
  readonly requestCny: number;
  /** Per GB-second; no volume tiers are known. */
  readonly gbSecondCny: number | null;
  /** Per GB-second of `/tmp` above 512 MB. */
  readonly ephemeralGbSecondCny: number;
  /** ISO 8601 day; the earliest possible one. */
  readonly asOf: string;
  readonly asOfExact: false;
  readonly confidence: "calculator-copy";
  readonly sources: readonly PriceSourceId[];
}

/** Regions that are billed in yuan, in alphabetical order. */
export const YUAN_REGIONS: readonly string[] = Object.keys(YUAN).toSorted();

/** What is known about the prices of a region of AWS China, in yuan; null for all other regions. */
export function yuanPricesFor(region: string, architecture: Architecture): YuanPrices | null {
  const row = Object.hasOwn(YUAN, region) ? YUAN[region] : undefined;
  if (row === undefined) return null;
  return {
    region,
    architecture,
    currency: "CNY",
    requestCny: row.requestCny,
    gbSecondCny: row[architecture],
    ephemeralGbSecondCny: row.ephemeralGbSecondCny,
    asOf: row.asOf,
    asOfExact: false,
    confidence: "calculator-copy",
    sources: row.sources,
  };
}
