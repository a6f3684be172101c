import type { AdviceContext } from "../packages/lambent/src/advice/quick-win.ts";
import { LogMetrics } from "../packages/lambent/src/metrics/log-metrics.ts";
import { summarise } from "../packages/lambent/src/metrics/summarise.ts";
import type { Invocation } from "../packages/lambent/src/model/invocation.ts";
import { pricesFor } from "../packages/lambent/src/pricing/price-book.ts";
import { sampleInvocation } from "./sample-invocation.ts";

const START = Date.UTC(2026, 0, 1);
const DAY_MS = 86_400_000;

/**
 * `n` invocations spread evenly over one day, on `environments` log streams in turn. `fields` of
 * the i-th are added to a healthy warm one.
 */
export function aDayOf(
  n: number,
  fields: (i: number) => Partial<Invocation>,
  environments = 4,
): Invocation[] {
  const first = fields(0);
  const initMs = (first.initDurationMs ?? 0) + (first.restoreDurationMs ?? 0);
  const firstMs = (first.durationMs ?? sampleInvocation().durationMs) + initMs;
  // The day begins when the first invocation does, that is before its REPORT.
  const step = (DAY_MS - firstMs) / Math.max(1, n - 1);
  return Array.from({ length: n }, (_, i) => {
    const given = fields(i);
    const name = given.functionName ?? "orders";
    return sampleInvocation({
      requestId: `${name} 00000000-0000-4000-8000-${i}`,
      logStream: `2026/01/01/[$LATEST]${name}-${i % environments}`,
      timestamp: START + Math.round(i * step),
      ...given,
    });
  });
}

/** What the quick wins see of these invocations, by way of the real metrics and prices. */
export function contextOf(...invocations: readonly Invocation[][]): AdviceContext {
  const log = new LogMetrics();
  for (const invocation of invocations.flat()) log.add(invocation);
  return summarise(log, {
    assumedRegion: "us-east-1",
    assumedArchitecture: "x86_64",
    prices: pricesFor,
  });
}
