import type { Architecture } from "../model/architecture.ts";
import { Problem } from "../model/problem.ts";
import { pricesFor } from "../pricing/price-book.ts";
import { priceListing } from "../pricing/price-listing.ts";

/** Which prices to use where a log does not say where it ran. */
export interface PriceAssumption {
  readonly region: string;
  readonly architecture: Architecture;
}

/**
 * Sees to it, before hours of logs are read, that there are prices in dollars.
 *
 * @throws Problem LAMBENT_UNKNOWN_REGION
 */
export function needPrices({ region, architecture }: PriceAssumption): void {
  if (pricesFor(region, architecture) !== null) return;
  // It knows the names that are near, and raises the problem.
  priceListing(region, architecture);
  throw new Problem({
    code: "LAMBENT_UNKNOWN_REGION",
    kind: "usage",
    message: `The prices of ${region} are not in dollars`,
    nextStep: `lambent price --region ${region} shows them; name another region to count in dollars.`,
  });
}
