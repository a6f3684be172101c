import type { Architecture } from "../model/architecture.ts";
import { priceListing } from "../pricing/price-listing.ts";
import { priceCsv } from "./price-csv.ts";
import { priceText } from "./price-text.ts";

export type PriceFormat = "text" | "json" | "csv";

export interface PriceRequest {
  /** Null: all regions. */
  readonly region: string | null;
  /** Null: both. */
  readonly architecture: Architecture | null;
  readonly format: PriceFormat;
  /** Width of the text form in characters. */
  readonly columns: number;
}

/**
 * What is known of AWS Lambda's prices and from when, as text to print.
 * Throws the problem LAMBENT_UNKNOWN_REGION.
 */
export function price(request: PriceRequest): string {
  const region = request.region === null ? null : request.region.trim().toLowerCase();
  const listing = priceListing(region, request.architecture);
  if (request.format === "json") return `${JSON.stringify(listing, null, 2)}\n`;
  if (request.format === "csv") return priceCsv(listing);
  return priceText(listing, region, request.columns);
}
