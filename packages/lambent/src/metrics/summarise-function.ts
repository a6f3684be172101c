import type { Concurrency, FunctionSummary, MemoryUse, TimelineBin } from "../model/assessment.ts";
import { gbSeconds } from "../model/memory.ts";
import type { TimeRange } from "../model/time-range.ts";
import { computeUsd, requestsUsd } from "../pricing/invocation-cost.ts";
import type { RegionPrices } from "../pricing/region-prices.ts";
import { LogHistogram } from "../statistics/histogram.ts";
import { distributionOf } from "./distribution.ts";
import { environmentActivity, type EnvironmentActivity } from "./environment-activity.ts";
import { billedWork, costOf } from "./function-cost.ts";
import type { FunctionFacts } from "./function-facts.ts";
import { UNKNOWN_STREAM, type FunctionMetrics } from "./function-metrics.ts";
import type { SizeMetrics } from "./size-metrics.ts";
import { hashWith } from "./text-hash.ts";

/** Milliseconds are exact in the log; a sweep over them is, too. */
const RESOLUTION_MS = 1;

export interface FunctionContext {
  readonly prices: RegionPrices | null;
  /** Of the whole assessment. */
  readonly period: TimeRange | null;
  /** From what was seen to 30 days; null where the period is too short for that. */
  readonly monthFactor: number | null;
}

/** Sums up one function; `costShare` is left for the one who knows the whole. */
export function summariseFunction(
  metrics: FunctionMetrics,
  context: FunctionContext,
): FunctionFacts {
  const { counts, identity, sizes } = metrics;
  const { prices, monthFactor } = context;
  const work = billedWork(sizes);
  const cost = costOf(work, prices);
  const duration = metrics.durationMs;
  const startup = metrics.startupMs;
  const activity = environmentActivity(metrics.spans, metrics.environments.count);
  const mainSize = sizes.find((size) => size.sizeMb !== null) ?? null;
  const usedMb = mainSize === null ? null : environmentsUsedMb(metrics, mainSize);
  const known = counts.invocations - counts.coldStartUnknown;
  const summary: FunctionSummary = {
    name: identity.name,
    region: identity.region,
    architecture: identity.architecture,
    memorySizesMb: sizes.flatMap((size) => (size.sizeMb === null ? [] : [size.sizeMb])),
    invocations: counts.invocations,
    errors: counts.errors,
    errorRate: counts.errors / counts.invocations,
    timeouts: counts.timeouts,
    throttles: null,
    errorsByClass: Object.fromEntries(
      [...metrics.errorsByClass].toSorted(([a, n], [b, m]) => m - n || (a < b ? -1 : 1)),
    ),
    coldStarts: counts.coldStarts,
    coldStartUnknown: counts.coldStartUnknown,
    coldStartShare: known === 0 ? null : counts.coldStarts / known,
    initTimeShare: startup.count === 0 ? null : startup.sum / (startup.sum + duration.sum),
    retries: metrics.requestIds.repeats(),
    durationMs: distributionOf(duration) ?? NO_DURATION,
    initDurationMs: distributionOf(startup),
    billedDurationMs: distributionOf(metrics.billedDurationMs),
    memory: mainSize === null ? null : memoryUse(metrics, mainSize, usedMb),
    concurrency: concurrencyOf(metrics, activity),
    idleGapsMs: distributionOf(activity.idleGapsMs),
    cost,
    costUnknown: cost === null ? counts.invocations : counts.invocations - work.priced,
    costPerMonthUsd: cost === null || monthFactor === null ? null : cost.totalUsd * monthFactor,
    costShare: null,
    gbSeconds: gbSeconds(work.total, 1),
    timeline: timelineOf(metrics, context),
  };
  return { summary, metrics, warmMs: metrics.warmDurationMs, mainSize, usedMb, prices };
}

const NO_DURATION = { count: 0, min: 0, mean: 0, p50: 0, p95: 0, p99: 0, max: 0, bars: [] };

/** Each environment's final maximum, of the environments at one memory size. MB. */
function environmentsUsedMb(metrics: FunctionMetrics, size: SizeMetrics): LogHistogram | null {
  const used = new LogHistogram();
  const { environments } = metrics;
  for (let row = 0; row < environments.count; row++) {
    const usedMb = environments.usedMb(row);
    if (environments.sizeMb(row) === size.sizeMb && usedMb > 0) used.add(usedMb);
  }
  return used.count === 0 ? null : used;
}

function memoryUse(
  metrics: FunctionMetrics,
  size: SizeMetrics,
  used: LogHistogram | null,
): MemoryUse | null {
  const usedMb = used === null ? null : distributionOf(used);
  if (size.sizeMb === null || usedMb === null) return null;
  return {
    memorySizeMb: size.sizeMb,
    environments: hasUnnamedStream(metrics, size.sizeMb)
      ? null
      : usedMb.count * 2 ** metrics.environments.level,
    usedMb,
    atLimit: size.atLimit,
  };
}

function concurrencyOf(
  metrics: FunctionMetrics,
  activity: EnvironmentActivity,
): Concurrency | null {
  if (activity.maxConcurrency === 0) return null;
  const { environments, spans } = metrics;
  const max = activity.maxConcurrency * 2 ** spans.level;
  return {
    max,
    resolutionMs: RESOLUTION_MS,
    environments: hasUnnamedStream(metrics, null)
      ? null
      : Math.max(max, environments.count * 2 ** environments.level),
  };
}

/** Whether lines (of one memory size; null: of any) name no stream, so that environments are unknown. */
function hasUnnamedStream({ environments }: FunctionMetrics, ofSizeMb: number | null): boolean {
  for (let row = 0; row < environments.count; row++) {
    const sizeMb = environments.sizeMb(row);
    if (ofSizeMb !== null && sizeMb !== ofSizeMb) continue;
    if (environments.key(row) === hashWith(UNKNOWN_STREAM, sizeMb)) return true;
  }
  return false;
}

function timelineOf(metrics: FunctionMetrics, context: FunctionContext): TimelineBin[] {
  const { period, prices } = context;
  if (period === null) return [];
  return metrics.timeline.over(period.startMs, period.endMs).map((cell) => ({
    startMs: cell.startMs,
    invocations: cell.invocations,
    errors: cell.errors,
    coldStarts: cell.coldStarts,
    costUsd:
      prices === null
        ? 0
        : (computeUsd(cell.mbMilliseconds, prices) ?? 0) + (requestsUsd(cell.priced, prices) ?? 0),
  }));
}
