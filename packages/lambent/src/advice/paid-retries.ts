import type { FunctionFacts } from "../metrics/function-facts.ts";
import type { SizeMetrics } from "../metrics/size-metrics.ts";
import type { Finding, Severity } from "../model/finding.ts";
import type { Interval } from "../model/interval.ts";
import { requestsUsd } from "../pricing/invocation-cost.ts";
import { functionLabel } from "./figures/function-label.ts";
import { perMonth, usdOver } from "./figures/money.ts";
import { count, percent } from "./figures/show.ts";
import type { QuickWin } from "./quick-win.ts";

const SHARE = 0.001;
const MANY = 0.01;
const VERY_MANY = 0.1;
const LEAST_RETRIES = 2;

/** Invocations that Lambda repeated: each is billed again. */
export const paidRetries: QuickWin = {
  id: "paid-retries",
  title: "Retries that are paid for",
  find: ({ functions, monthFactor }) => functions.flatMap((facts) => findingOf(facts, monthFactor)),
};

function findingOf(facts: FunctionFacts, monthFactor: number | null): Finding[] {
  const { summary } = facts;
  const share = summary.retries / summary.invocations;
  if (summary.retries < LEAST_RETRIES || share < SHARE) return [];
  const label = functionLabel(facts);
  const usd = perMonth(retriesUsd(facts), monthFactor);
  return [
    {
      id: "paid-retries",
      title: `${label} pays for retries: ${percent(share)} of its invocations`,
      severity: severityOf(share),
      where: { function: label },
      evidence: [
        `${count(summary.retries)} of ${count(summary.invocations)} invocations have the request id of another: Lambda repeats a failed asynchronous event up to twice.`,
        `${count(summary.errors)} invocations failed in all.`,
      ],
      ...(usd.usdPerMonth === undefined
        ? {}
        : {
            saving: {
              ...usd,
              basis: "predicted",
              how: "The number of retries times the mean cost of an invocation of this function. The ends count only those that failed, or only those that ended well, as it is not kept which the retries were.",
            },
          }),
      fix: "Mend the error behind the retries. Where a repeat cannot help (bad input), catch it, or set MaximumRetryAttempts to 0 and keep a dead-letter queue.",
      docs: "docs/findings/paid-retries.md",
    },
  ];
}

function retriesUsd(facts: FunctionFacts): Interval | null {
  const { metrics, prices, summary } = facts;
  if (prices === null) return null;
  const requestUsd = requestsUsd(1, prices);
  const sum = (of: (size: SizeMetrics) => number): number =>
    metrics.sizes.reduce((total, size) => total + (size.sizeMb === null ? 0 : of(size)), 0);
  const means = [
    meanUsd(
      facts,
      (size) => size.failedBilledMs,
      sum((size) => size.failed),
    ),
    meanUsd(
      facts,
      (size) => size.goodBilledMs,
      sum((size) => size.priced - size.failed),
    ),
  ].filter((mean) => mean !== null);
  const all = meanUsd(
    facts,
    (size) => size.goodBilledMs + size.failedBilledMs,
    sum((size) => size.priced),
  );
  if (requestUsd === null || all === null) return null;
  return {
    low: summary.retries * (Math.min(all, ...means) + requestUsd),
    mid: summary.retries * (all + requestUsd),
    high: summary.retries * (Math.max(all, ...means) + requestUsd),
  };
}

function meanUsd(
  facts: FunctionFacts,
  billedMs: (size: SizeMetrics) => number,
  invocations: number,
): number | null {
  const usd = usdOver(facts, billedMs);
  return usd === null || invocations <= 0 ? null : usd / invocations;
}

function severityOf(share: number): Severity {
  return share >= VERY_MANY ? "high" : share >= MANY ? "medium" : "low";
}
