import type { ListedPrices, PriceListing } from "../pricing/price-listing.ts";
import type { YuanPrices } from "../pricing/yuan-prices.ts";
import { renderPriceCsv } from "../render/price-table.ts";

/** Each column with where its value comes from; prices are in the row's `currency`. */
const COLUMNS: readonly (readonly [
  name: string,
  usd: (prices: ListedPrices) => string | number | boolean | null,
  cny: (prices: YuanPrices) => string | number | boolean | null,
])[] = [
  ["region", (p) => p.region, (p) => p.region],
  ["architecture", (p) => p.architecture, (p) => p.architecture],
  ["currency", (p) => p.currency, (p) => p.currency],
  ["request", (p) => p.requestUsd, (p) => p.requestCny],
  ["gb_second_tier_1", (p) => p.gbSecondUsd[0], (p) => p.gbSecondCny],
  ["gb_second_tier_2", (p) => p.gbSecondUsd[1], () => null],
  ["gb_second_tier_3", (p) => p.gbSecondUsd[2], () => null],
  ["tier_basis", (p) => p.tierBasis, () => "unknown"],
  ["tier_1_ends_gb_seconds", (p) => p.tierGbSeconds[0], () => null],
  ["tier_2_ends_gb_seconds", (p) => p.tierGbSeconds[1], () => null],
  ["provisioned_ready_gb_second", (p) => p.provisionedGbSecondUsd, () => null],
  ["provisioned_running_gb_second", (p) => p.provisionedDurationGbSecondUsd, () => null],
  ["provisioned_break_even", (p) => p.provisionedBreakEven, () => null],
  ["ephemeral_gb_second", (p) => p.ephemeralGbSecondUsd, (p) => p.ephemeralGbSecondCny],
  ["snapstart_cache_gb_second", (p) => p.snapStartCacheGbSecondUsd, () => null],
  ["snapstart_restore_gb", (p) => p.snapStartRestoreGbUsd, () => null],
  ["streaming_gb", (p) => p.streamingGbUsd, () => null],
  ["confidence", (p) => p.confidence, (p) => p.confidence],
  ["as_of", (p) => p.asOf, (p) => p.asOf],
  ["as_of_exact", (p) => p.asOfExact, (p) => p.asOfExact],
  ["sources", (p) => p.sources.join(" "), (p) => p.sources.join(" ")],
];

/** A price listing as CSV, one row a region and architecture. */
export function priceCsv(listing: PriceListing): string {
  return renderPriceCsv([
    COLUMNS.map(([name]) => name),
    ...listing.prices.map((prices) => COLUMNS.map(([, usd]) => cell(usd(prices)))),
    ...listing.yuanPrices.map((prices) => COLUMNS.map(([, , cny]) => cell(cny(prices)))),
  ]);
}

function cell(value: string | number | boolean | null): string | null {
  if (typeof value !== "number") return value === null ? null : String(value);
  // Spreadsheets and shell tools do not all read 2e-7.
  return value.toFixed(12).replace(/\.?0+$/, "");
}
