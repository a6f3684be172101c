import type { FunctionFacts } from "../metrics/function-facts.ts";
import type { Finding, Severity } from "../model/finding.ts";
import type { Interval } from "../model/interval.ts";
import type { LogHistogram } from "../statistics/histogram.ts";
import { functionLabel } from "./figures/function-label.ts";
import { perMonth, usdOf } from "./figures/money.ts";
import { count, percent, time } from "./figures/show.ts";
import type { QuickWin } from "./quick-win.ts";

const LEAST_WARM = 1_000;
/** The slowest 1 % take this many times the median… */
const RATIO = 10;
/** …and this much longer. */
const LEAST_MS = 500;
/** Where more fails than this, the errors and timeouts are the tail, and have their own findings. */
const MOST_ERRORS = 0.005;
const STEPS = 200;

/** Warm invocations of which a few take far longer than most. */
export const slowTail: QuickWin = {
  id: "slow-tail",
  title: "A few warm invocations far slower than most",
  find: ({ functions, monthFactor }) => functions.flatMap((facts) => findingOf(facts, monthFactor)),
};

function findingOf(facts: FunctionFacts, monthFactor: number | null): Finding[] {
  const { summary, warmMs } = facts;
  if (warmMs.count < LEAST_WARM || summary.errorRate > MOST_ERRORS) return [];
  const p50 = warmMs.quantile(0.5);
  const p99 = warmMs.quantile(0.99);
  if (p99 < RATIO * p50 || p99 - p50 < LEAST_MS) return [];
  const label = functionLabel(facts);
  const ms = tailMs(warmMs);
  return [
    {
      id: "slow-tail",
      title: `${label}: 1 % of warm invocations take ${time(p99)} or more, half take ${time(p50)} or less`,
      severity: severityOf(p99),
      where: { function: label },
      evidence: [
        `Of ${count(warmMs.count)} invocations that did not wait for init: p50 ${time(p50)}, p95 ${time(warmMs.quantile(0.95))}, p99 ${time(p99)}, longest ${time(warmMs.max)}.`,
        `Only ${percent(summary.errorRate)} of invocations failed, so errors are not the reason.`,
      ],
      saving: {
        ms,
        ...perMonth(tailUsd(facts, ms), monthFactor),
        basis: "predicted",
        how: "The mean of these logs if nothing took longer than the present 99th percentile (low) or the 95th (high); the middle lies halfway.",
      },
      fix: "Compare a slow invocation with a quick one: a retry inside a client, a connection that had gone, a cache miss, a large input, or a lock.",
      docs: "docs/findings/slow-tail.md",
    },
  ];
}

function tailMs(warmMs: LogHistogram): Interval {
  const low = meanAbove(warmMs, 0.99);
  const high = meanAbove(warmMs, 0.95);
  return { low, mid: (low + high) / 2, high };
}

/** What the values above a quantile exceed it by, as a mean over all values. */
function meanAbove(values: LogHistogram, q: number): number {
  const limit = values.quantile(q);
  let excess = 0;
  for (let step = 0; step < STEPS; step++) {
    excess += values.quantile(q + ((step + 0.5) / STEPS) * (1 - q)) - limit;
  }
  return (excess / STEPS) * (1 - q);
}

function tailUsd(facts: FunctionFacts, ms: Interval): Interval | null {
  const { mainSize, warmMs } = facts;
  if (mainSize === null || mainSize.sizeMb === null) return null;
  const part = mainSize.warmMs.count / warmMs.count;
  const perMs = usdOf(facts, mainSize.sizeMb, warmMs.count * part);
  if (perMs === null) return null;
  return { low: ms.low * perMs, mid: ms.mid * perMs, high: ms.high * perMs };
}

function severityOf(p99: number): Severity {
  return p99 >= 10_000 ? "medium" : "low";
}
