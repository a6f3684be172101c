import type { FunctionFacts } from "../../metrics/function-facts.ts";
import type { SizeMetrics } from "../../metrics/size-metrics.ts";
import type { Interval } from "../../model/interval.ts";
import { between, usdOf } from "./money.ts";

/**
 * Nine in ten published CPU-bound runs are within 4 % of duration ∝ 1/memory.
 * Source: `docs/measurements.md`, row cpu-share.
 */
export const CPU_DEVIATION = 0.04;

/** What is known about another, smaller memory size from logs that do not show CPU time. */
export interface SmallerSize {
  /** Dollars over the logged period: a loss where below 0. Null: price not known. */
  readonly usd: Interval | null;
  /** Milliseconds of a mean warm invocation: a loss, so below 0. */
  readonly ms: Interval;
}

/**
 * The bounds of moving to `newMb`. All waiting: the duration stays, the price falls with memory.
 * All CPU: the duration grows as memory falls, so the price stays, give or take 4 %.
 * Init is not rationed (AWS Lambda guide,
 * "Lambda runtime environment lifecycle": full CPU in init): its price falls with memory anyway.
 */
export function smallerSize(
  facts: FunctionFacts,
  size: SizeMetrics & { readonly sizeMb: number },
  newMb: number,
): SmallerSize {
  const share = newMb / size.sizeMb;
  const workUsd = usdOf(facts, size.sizeMb, size.goodBilledMs + size.failedBilledMs);
  const startupUsd = usdOf(facts, size.sizeMb, size.startupBilledMs);
  const slowdown = (1 / share) * (1 + CPU_DEVIATION) - 1;
  const meanMs = size.warmMs.count > 0 ? size.warmMs.mean : 0;
  const startupSaving = (startupUsd ?? 0) * (1 - share);
  return {
    usd:
      workUsd === null
        ? null
        : between(startupSaving - workUsd * CPU_DEVIATION, startupSaving + workUsd * (1 - share)),
    ms: between(-meanMs * slowdown, 0),
  };
}
