import type { Distribution } from "../model/assessment.ts";
import type { LogHistogram } from "../statistics/histogram.ts";

const MAX_BARS = 48;

/** The quantiles that people are shown; null where there is no value. */
export function distributionOf(histogram: LogHistogram): Distribution | null {
  if (histogram.count === 0) return null;
  return {
    count: histogram.count,
    min: histogram.min,
    mean: histogram.mean,
    p50: histogram.quantile(0.5),
    p95: histogram.quantile(0.95),
    p99: histogram.quantile(0.99),
    max: histogram.max,
    bars: histogram.bars(MAX_BARS),
  };
}
