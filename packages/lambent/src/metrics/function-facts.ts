import type { FunctionSummary } from "../model/assessment.ts";
import type { RegionPrices } from "../pricing/region-prices.ts";
import type { FunctionMetrics } from "./function-metrics.ts";

/** A function as summed up for people, with what it was summed up from. */
export interface FunctionFacts {
  readonly summary: FunctionSummary;
  readonly metrics: FunctionMetrics;
  /** Null where the prices of its region are not known. */
  readonly prices: RegionPrices | null;
}
