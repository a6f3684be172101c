import type { FunctionFacts } from "../metrics/function-facts.ts";
import type { Finding, Severity } from "../model/finding.ts";
import { LogHistogram } from "../statistics/histogram.ts";
import { functionLabel } from "./figures/function-label.ts";
import { between, perMonth, usdOver } from "./figures/money.ts";
import { count, percent, time } from "./figures/show.ts";
import type { QuickWin } from "./quick-win.ts";

/** The usual alarm: more than 1 % of invocations are cold. */
const SHARE = 0.01;
const MANY = 0.1;
/** Two cold starts in a short log say nothing about a share. */
const LEAST_COLD = 3;
/** A 99th percentile that grows so much is felt. */
const FELT_MS = 500;

/** Functions that start cold in more than 1 % of invocations, with what that does to the p99. */
export const coldStartShare: QuickWin = {
  id: "cold-start-share",
  title: "Cold starts in more than 1 % of invocations",
  find: ({ functions, monthFactor }) => functions.flatMap((facts) => findingOf(facts, monthFactor)),
};

function findingOf(facts: FunctionFacts, monthFactor: number | null): Finding[] {
  const { summary, metrics, warmMs } = facts;
  const share = summary.coldStartShare;
  if (share === null || share <= SHARE || summary.coldStarts < LEAST_COLD) return [];
  const label = functionLabel(facts);
  const all = new LogHistogram();
  all.merge(warmMs);
  all.merge(metrics.coldElapsedMs);
  const p99All = all.quantile(0.99);
  const p99Warm = warmMs.count === 0 ? null : warmMs.quantile(0.99);
  const evidence = [
    `${count(summary.coldStarts)} of ${count(summary.invocations - summary.coldStartUnknown)} invocations were cold (${percent(share)}).`,
    p99Warm === null
      ? "No warm invocation was seen to compare with."
      : `Init included, 99 % of invocations took at most ${time(p99All)}; without the cold ones, ${time(p99Warm)}.`,
  ];
  if (summary.initTimeShare !== null) {
    evidence.push(`Init is ${percent(summary.initTimeShare)} of all the time it runs.`);
  }
  if (summary.idleGapsMs !== null) {
    const { p50, max } = summary.idleGapsMs;
    evidence.push(
      `Between two invocations an environment idled for ${time(p50)} in the median, and one was still reused after ${time(max)}.`,
    );
  }
  const paid = paidUsd(facts);
  return [
    {
      id: "cold-start-share",
      title: `${label} starts cold in ${percent(share)} of its invocations`,
      severity: severityOf(share, p99Warm === null ? 0 : p99All - p99Warm, p99Warm ?? 0),
      where: { function: label },
      evidence,
      saving: {
        ms: between(0, waitedMs(facts)),
        ...perMonth(paid === null ? null : between(0, paid), monthFactor),
        basis: "predicted",
        how: "At most: all that the cold starts of these logs took, spread over all invocations, with what cold handlers took longer than warm ones. A cure saves a part of it that logs do not tell, and provisioned concurrency has a price of its own.",
      },
      fix: "Make init shorter first (see heavy-init). Then SnapStart where the runtime has it; provisioned concurrency only where `lambent price` says that it pays.",
      docs: "docs/findings/cold-start-share.md",
    },
  ];
}

/** Mean wait for an invocation: init, and with what cold handlers take longer where that is more. */
function waitedMs({ metrics, warmMs, summary }: FunctionFacts): number {
  const initMs = metrics.startupMs.sum / summary.invocations;
  const cold = metrics.coldElapsedMs;
  if (cold.count === 0 || warmMs.count === 0) return initMs;
  return Math.max(initMs, ((cold.mean - warmMs.mean) * cold.count) / summary.invocations);
}

function paidUsd(facts: FunctionFacts): number | null {
  const initUsd = usdOver(facts, (size) => size.startupBilledMs);
  const slowerUsd = usdOver(facts, (size) => {
    if (size.coldMs.count === 0 || size.warmMs.count === 0) return 0;
    return (size.coldMs.mean - size.warmMs.mean) * size.coldMs.count;
  });
  if (initUsd === null || slowerUsd === null) return null;
  return Math.max(initUsd, initUsd + slowerUsd);
}

function severityOf(share: number, growthMs: number, warmP99: number): Severity {
  if (growthMs >= FELT_MS && growthMs >= warmP99) return "high";
  return share >= MANY || growthMs >= FELT_MS ? "medium" : "low";
}
