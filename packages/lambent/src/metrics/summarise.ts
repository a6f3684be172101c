import type { Architecture } from "../model/architecture.ts";
import type { PricingBasis, Totals } from "../model/assessment.ts";
import type { TimeRange } from "../model/time-range.ts";
import type { RegionPrices } from "../pricing/region-prices.ts";
import { logPeriod } from "./log-period.ts";
import type { FunctionFacts } from "./function-facts.ts";
import { joinKnownRegions } from "./known-regions.ts";
import type { LogMetrics } from "./log-metrics.ts";
import { monthBasis } from "./month.ts";
import { notesOf } from "./notes.ts";
import { pricingBasis } from "./pricing-basis.ts";
import { summariseFunction } from "./summarise-function.ts";
import { totalsOf } from "./totals.ts";

export interface SummariseOptions {
  /** Region used where the log does not name one. */
  readonly assumedRegion: string;
  readonly assumedArchitecture: Architecture;
  /** The period that was asked for, where both its ends were. */
  readonly asked?: TimeRange | null;
  /** `pricesFor` of the pricing room. */
  readonly prices: (region: string, architecture: Architecture) => RegionPrices | null;
}

/** Everything that the metrics say; with findings it becomes an assessment. */
export interface LogSummary {
  readonly period: TimeRange | null;
  readonly pricing: PricingBasis;
  readonly totals: Totals;
  /** Most expensive first; the summaries are those of an assessment. */
  readonly functions: readonly FunctionFacts[];
  /** From what was seen to 30 days; null where nothing can be said of a month. */
  readonly monthFactor: number | null;
  readonly notes: readonly string[];
}

/** Sums up a log. The same invocations give the same summary, bit for bit, in whatever order. */
export function summarise(log: LogMetrics, options: SummariseOptions): LogSummary {
  log.settle();
  const all = joinKnownRegions(log);
  const period = logPeriod(all);
  const month = monthBasis(period, options.asked ?? null, {
    invocations: all.reduce((sum, { counts }) => sum + counts.invocations, 0),
    undated: all.reduce((sum, { counts }) => sum + counts.undated, 0),
  });
  const { factor } = month;
  const inOrder = all.map((metrics) => {
    const { region, architecture } = metrics.identity;
    const prices = options.prices(
      region ?? options.assumedRegion,
      architecture ?? options.assumedArchitecture,
    );
    return summariseFunction(metrics, { prices, period, monthFactor: factor });
  });
  const totals = totalsOf(inOrder, factor);
  const functions = inOrder.map((facts) => withShare(facts, totals)).toSorted(byCost);
  return {
    period,
    pricing: pricingBasis(functions, totals, period, options),
    totals,
    functions,
    monthFactor: factor,
    notes: notesOf(log, functions, totals, period, month, options),
  };
}

function withShare(facts: FunctionFacts, totals: Totals): FunctionFacts {
  const { cost } = facts.summary;
  const whole = totals.cost?.totalUsd ?? 0;
  if (cost === null || whole === 0) return facts;
  return { ...facts, summary: { ...facts.summary, costShare: cost.totalUsd / whole } };
}

/** Of equal cost, more invocations first; else the order by name stays (the sort is stable). */
function byCost(a: FunctionFacts, b: FunctionFacts): number {
  return (
    (b.summary.cost?.totalUsd ?? -1) - (a.summary.cost?.totalUsd ?? -1) ||
    b.summary.invocations - a.summary.invocations
  );
}
