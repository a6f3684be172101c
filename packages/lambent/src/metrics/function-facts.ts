import type { FunctionSummary } from "../model/assessment.ts";
import type { RegionPrices } from "../pricing/region-prices.ts";
import type { LogHistogram } from "../statistics/histogram.ts";
import type { FunctionMetrics } from "./function-metrics.ts";
import type { SizeMetrics } from "./size-metrics.ts";

/** A function as summed up for people, with what it was summed up from. */
export interface FunctionFacts {
  readonly summary: FunctionSummary;
  readonly metrics: FunctionMetrics;
  /** Duration of invocations that are not known to be cold. ms. */
  readonly warmMs: LogHistogram;
  /** The memory size that served most invocations; null where no line names one. */
  readonly mainSize: SizeMetrics | null;
  /** Final maximum of each environment of that size, MB; null where no line names one. */
  readonly usedMb: LogHistogram | null;
  /** Null where the prices of its region are not known. */
  readonly prices: RegionPrices | null;
}
