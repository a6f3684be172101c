import type { Architecture } from "../model/architecture.ts";
import type { FreeTierUse, PricingBasis, Totals } from "../model/assessment.ts";
import type { TimeRange } from "../model/time-range.ts";
import { FREE_TIER, freeShare } from "../pricing/free-tier.ts";
import type { RegionPrices } from "../pricing/region-prices.ts";
import type { FunctionFacts } from "./function-facts.ts";
import { calendarMonths } from "./month.ts";

export interface AssumedPlace {
  readonly assumedRegion: string;
  readonly assumedArchitecture: Architecture;
  readonly prices: (region: string, architecture: Architecture) => RegionPrices | null;
}

/** Which prices the dollars stand on; `asOf` is the oldest of them, empty where none is known. */
export function pricingBasis(
  functions: readonly FunctionFacts[],
  totals: Totals,
  period: TimeRange | null,
  place: AssumedPlace,
): PricingBasis {
  const { assumedRegion, assumedArchitecture } = place;
  const used = functions.flatMap(({ prices }) => (prices === null ? [] : [prices.asOf]));
  const fallback = place.prices(assumedRegion, assumedArchitecture)?.asOf ?? "";
  return {
    assumedRegion,
    assumedArchitecture,
    asOf: used.toSorted()[0] ?? fallback,
    freeTier: freeTierUse(functions, totals, calendarMonths(period)),
  };
}

/**
 * What the free tier would take off: of requests and of GB-seconds the free part, in dollars of
 * their mean price. Source: AWS Lambda pricing page, "Free tier".
 */
function freeTierUse(
  functions: readonly FunctionFacts[],
  totals: Totals,
  months: number,
): FreeTierUse {
  if (totals.cost === null) return { coversUsd: 0, months };
  const priced = functions.filter(({ summary }) => summary.cost !== null);
  const seconds = priced.reduce((sum, { summary }) => sum + summary.gbSeconds, 0);
  const requests = totals.invocations - totals.costUnknown;
  const computeUsd = totals.cost.durationUsd + totals.cost.initUsd + totals.cost.failedUsd;
  return {
    coversUsd:
      freePart(seconds, FREE_TIER.gbSeconds * months) * computeUsd +
      freePart(requests, FREE_TIER.requests * months) * totals.cost.requestsUsd,
    months,
  };
}

function freePart(used: number, allowance: number): number {
  return used === 0 ? 0 : freeShare(used, allowance).free / used;
}
