import type { CostComponents } from "../model/assessment.ts";
import { computeUsd, requestsUsd } from "../pricing/invocation-cost.ts";
import type { RegionPrices } from "../pricing/region-prices.ts";
import { sumKnown } from "../pricing/sum-known.ts";
import type { SizeMetrics } from "./size-metrics.ts";

/** Memory × billed duration of what was paid for, by reason. MB·ms. */
export interface BilledWork {
  readonly good: number;
  readonly startup: number;
  readonly failed: number;
  readonly total: number;
  /** Invocations with a known billed duration and memory size. */
  readonly priced: number;
}

/** Sums over memory sizes; whole numbers of any length inside, the nearest double outside. */
export function billedWork(sizes: readonly SizeMetrics[]): BilledWork {
  let good = 0n;
  let startup = 0n;
  let failed = 0n;
  let priced = 0;
  for (const size of sizes) {
    if (size.sizeMb === null) continue;
    const sizeMb = BigInt(Math.round(size.sizeMb));
    good += sizeMb * BigInt(size.goodBilledMs);
    startup += sizeMb * BigInt(size.startupBilledMs);
    failed += sizeMb * BigInt(size.failedBilledMs);
    priced += size.priced;
  }
  return {
    good: Number(good),
    startup: Number(startup),
    failed: Number(failed),
    total: Number(good + startup + failed),
    priced,
  };
}

/**
 * What the work cost, at the first volume tier and before the free tier. Null where no invocation
 * has a billed duration and a memory size, or where the prices are not known.
 */
export function costOf(work: BilledWork, prices: RegionPrices | null): CostComponents | null {
  if (prices === null || work.priced === 0) return null;
  const durationUsd = computeUsd(work.good, prices);
  const initUsd = computeUsd(work.startup, prices);
  const failedUsd = computeUsd(work.failed, prices);
  const requests = requestsUsd(work.priced, prices);
  const totalUsd = sumKnown(durationUsd, initUsd, failedUsd, requests);
  if (durationUsd === null || initUsd === null || failedUsd === null) return null;
  if (requests === null || totalUsd === null) return null;
  return { durationUsd, initUsd, failedUsd, requestsUsd: requests, totalUsd };
}
