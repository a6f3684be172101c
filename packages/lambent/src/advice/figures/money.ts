import type { FunctionFacts } from "../../metrics/function-facts.ts";
import type { SizeMetrics } from "../../metrics/size-metrics.ts";
import type { Interval } from "../../model/interval.ts";
import type { Severity } from "../../model/finding.ts";
import { computeUsd } from "../../pricing/invocation-cost.ts";

/** Dollars for `billedMs` at `sizeMb` in the function's region; null where the price is not known. */
export function usdOf(facts: FunctionFacts, sizeMb: number, billedMs: number): number | null {
  return facts.prices === null ? null : computeUsd(sizeMb * billedMs, facts.prices);
}

/** Dollars over every memory size for the milliseconds that `billedMs` picks; null: not known. */
export function usdOver(
  facts: FunctionFacts,
  billedMs: (size: SizeMetrics) => number,
): number | null {
  let mbMilliseconds = 0;
  for (const size of facts.metrics.sizes) mbMilliseconds += (size.sizeMb ?? 0) * billedMs(size);
  return usdOf(facts, 1, mbMilliseconds);
}

/** An interval in dollars seen, as dollars a month; null where either is not known. */
export function perMonth(
  seen: Interval | null,
  monthFactor: number | null,
): { readonly usdPerMonth: Interval } | Record<string, never> {
  return seen === null || monthFactor === null ? {} : { usdPerMonth: times(seen, monthFactor) };
}

/** Every end of an interval times a factor ≥ 0. */
export function times({ low, mid, high }: Interval, factor: number): Interval {
  return { low: low * factor, mid: mid * factor, high: high * factor };
}

/** From two ends, in either order; the middle is halfway, which says nothing about what is likely. */
export function between(one: number, other: number): Interval {
  return {
    low: Math.min(one, other),
    mid: (one + other) / 2,
    high: Math.max(one, other),
  };
}

/** How much a sum a month weighs, for one function: 100 dollars is high, 10 medium, 1 low. */
export function severityOf(usdPerMonth: number | undefined): Severity {
  if (usdPerMonth === undefined || usdPerMonth < 1) return "info";
  return usdPerMonth >= 100 ? "high" : usdPerMonth >= 10 ? "medium" : "low";
}
