import type { FunctionFacts } from "../metrics/function-facts.ts";
import type { Finding, Severity } from "../model/finding.ts";
import type { Interval } from "../model/interval.ts";
import { functionLabel } from "./figures/function-label.ts";
import { perMonth, usdOver } from "./figures/money.ts";
import { seenTimeout } from "./figures/seen-timeout.ts";
import { count, percent, time } from "./figures/show.ts";
import type { QuickWin } from "./quick-win.ts";

const BAD_SHARE = 0.1;
const SHARE = 0.01;

/** Invocations that ran into the timeout: paid in full, for nothing. */
export const paidTimeouts: QuickWin = {
  id: "paid-timeouts",
  title: "Timeouts that are paid for",
  find: ({ functions, monthFactor }) => functions.flatMap((facts) => findingOf(facts, monthFactor)),
};

function findingOf(facts: FunctionFacts, monthFactor: number | null): Finding[] {
  const { summary } = facts;
  if (summary.timeouts === 0) return [];
  const label = functionLabel(facts);
  const share = summary.timeouts / summary.invocations;
  const timeout = seenTimeout(facts.metrics);
  const outOfMemory = summary.errorsByClass["out-of-memory"] ?? 0;
  const after = timeout === null ? "" : `, after up to ${time(timeout.seconds * 1_000)}`;
  const evidence = [
    `${count(summary.timeouts)} of ${count(summary.invocations)} invocations timed out (${percent(share)})${after}.`,
  ];
  if (outOfMemory > 0) {
    evidence.push(
      `${count(outOfMemory)} failures look like memory that ran out: see memory-pressure.`,
    );
  }
  const usd = perMonth(savedUsd(facts), monthFactor);
  return [
    {
      id: "paid-timeouts",
      title: `${label} times out in ${percent(share)} of its invocations`,
      severity: severityOf(share),
      where: { function: label },
      evidence,
      ...(usd.usdPerMonth === undefined
        ? {}
        : {
            saving: {
              ...usd,
              basis: "predicted",
              how: "The billed time of the timeouts, less what they would still take without hanging: nothing (high), the median of the others (middle) or their 99th percentile (low).",
            },
          }),
      fix: "Find the call that hangs. Give every outside call a timeout of its own, well below the function's.",
      docs: "docs/findings/paid-timeouts.md",
    },
  ];
}

function savedUsd(facts: FunctionFacts): Interval | null {
  const afterMs = (q: number): number => (facts.warmMs.count === 0 ? 0 : facts.warmMs.quantile(q));
  const saved = (leftMs: number): number | null =>
    usdOver(facts, (size) => Math.max(0, size.timeoutBilledMs - size.timeouts * leftMs));
  const low = saved(afterMs(0.99));
  const mid = saved(afterMs(0.5));
  const high = saved(0);
  return low === null || mid === null || high === null || high === 0 ? null : { low, mid, high };
}

function severityOf(share: number): Severity {
  return share >= BAD_SHARE ? "high" : share >= SHARE ? "medium" : "low";
}
