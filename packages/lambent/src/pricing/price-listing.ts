import type { Architecture } from "../model/architecture.ts";
import { Problem } from "../model/problem.ts";
import { closeRegions } from "./close-regions.ts";
import { FREE_TIER } from "./free-tier.ts";
import type { FreeTier } from "./free-tier.ts";
import { pricesFor, PRICED_REGIONS, UNPRICED_REGIONS } from "./price-book.ts";
import { provisionedBreakEven } from "./provisioned-break-even.ts";
import type { RegionPrices } from "./region-prices.ts";
import { PRICE_SOURCES } from "./tables/sources.ts";
import type { PriceSource, PriceSourceId } from "./tables/sources.ts";
import { YUAN_REGIONS, yuanPricesFor } from "./yuan-prices.ts";
import type { YuanPrices } from "./yuan-prices.ts";

/** Version of the JSON form; raised when a field changes meaning or goes. */
export const PRICE_LISTING_VERSION = 1;

/** Prices of a region with what follows from them. */
export interface ListedPrices extends RegionPrices {
  /** Share of provisioned time in use from which it pays, 0.6 = 60 %; see `provisionedBreakEven`. */
  readonly provisionedBreakEven: number | null;
}

/** What is known of the prices of one region or of all. */
export interface PriceListing {
  readonly schemaVersion: typeof PRICE_LISTING_VERSION;
  readonly kind: "prices";
  /** Per account and month. */
  readonly freeTier: FreeTier;
  /** In US dollars. */
  readonly prices: readonly ListedPrices[];
  /** In yuan; never add them to dollars. */
  readonly yuanPrices: readonly YuanPrices[];
  /** Regions of AWS whose prices are not known; empty where one region was asked for. */
  readonly unpricedRegions: readonly string[];
  /** The sources that the prices above name. */
  readonly sources: Readonly<Partial<Record<PriceSourceId, PriceSource>>>;
}

/**
 * Lists the prices of a region, or of all regions where `region` is null, for one architecture or both.
 * Throws the problem LAMBENT_UNKNOWN_REGION where nothing is known about `region`.
 */
export function priceListing(
  region: string | null,
  architecture: Architecture | null,
): PriceListing {
  const regions = region === null ? [...PRICED_REGIONS, ...YUAN_REGIONS] : [region];
  const architectures: readonly Architecture[] =
    architecture === null ? ["x86_64", "arm64"] : [architecture];
  const prices: ListedPrices[] = [];
  const yuanPrices: YuanPrices[] = [];
  for (const name of regions) {
    for (const one of architectures) {
      const usd = pricesFor(name, one);
      if (usd !== null) prices.push({ ...usd, provisionedBreakEven: provisionedBreakEven(usd) });
      const cny = yuanPricesFor(name, one);
      if (cny !== null) yuanPrices.push(cny);
    }
  }
  if (region !== null && prices.length + yuanPrices.length === 0) throw unknownRegion(region);
  return {
    schemaVersion: PRICE_LISTING_VERSION,
    kind: "prices",
    freeTier: FREE_TIER,
    prices,
    yuanPrices,
    unpricedRegions: region === null ? UNPRICED_REGIONS : [],
    sources: sourcesOf([...prices, ...yuanPrices]),
  };
}

function sourcesOf(
  listed: readonly { readonly sources: readonly PriceSourceId[] }[],
): PriceListing["sources"] {
  const named = new Set(listed.flatMap((prices) => prices.sources));
  return Object.fromEntries(Object.entries(PRICE_SOURCES).filter(([id]) => has(named, id)));
}

function has(ids: ReadonlySet<string>, id: string): boolean {
  return ids.has(id);
}

function unknownRegion(region: string): Problem {
  const close = closeRegions(region, [...PRICED_REGIONS, ...YUAN_REGIONS]);
  const isRegion = UNPRICED_REGIONS.includes(region);
  return new Problem({
    code: "LAMBENT_UNKNOWN_REGION",
    kind: "usage",
    message: isRegion
      ? `${region} is a region of AWS, but no price for it was found`
      : `There is no price for a region named "${region}"`,
    nextStep:
      isRegion || close.length === 0
        ? "lambent price lists every region with known prices."
        : `Did you mean ${close.join(" or ")}? lambent price lists every region with known prices.`,
  });
}
