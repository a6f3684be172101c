import type { Finding } from "../model/finding.ts";
import { functionLabel } from "./figures/function-label.ts";
import { usdOver } from "./figures/money.ts";
import { count, percent, time, usd } from "./figures/show.ts";
import type { QuickWin } from "./quick-win.ts";

/** Below this, being first is chance. */
const LEAST_INVOCATIONS = 1_000;
/** Twice its equal share of the invocations. */
const OVER_EQUAL_SHARE = 2;

/** The function with the most invocations: where a millisecond counts most. */
export const mostInvoked: QuickWin = {
  id: "most-invoked",
  title: "The function invoked most",
  find({ functions, totals, monthFactor }): Finding[] {
    const [first] = functions.toSorted((a, b) => b.summary.invocations - a.summary.invocations);
    if (first === undefined || functions.length < 2) return [];
    const { summary } = first;
    const share = summary.invocations / totals.invocations;
    if (summary.invocations < LEAST_INVOCATIONS) return [];
    if (share * functions.length < OVER_EQUAL_SHARE) return [];
    const evidence = [
      `${count(summary.invocations)} of ${count(totals.invocations)} invocations (${percent(share)}), at ${time(summary.durationMs.p50)} in the median.`,
    ];
    if (summary.costShare !== null) {
      evidence.push(`It makes ${percent(summary.costShare)} of the cost of all functions.`);
    }
    const oneMsUsd = usdOver(first, (size) => size.priced);
    if (oneMsUsd !== null && monthFactor !== null && oneMsUsd > 0) {
      evidence.push(
        `Each millisecond that is billed less, in every invocation, is worth ${usd(oneMsUsd * monthFactor)} a month.`,
      );
    }
    return [
      {
        id: "most-invoked",
        title: `${functionLabel(first)} is invoked most: ${percent(share)} of all invocations`,
        severity: "info",
        where: { function: functionLabel(first) },
        evidence,
        fix: "Begin here when you make code faster, and ask whether every one of these invocations is needed.",
        docs: "docs/findings/most-invoked.md",
      },
    ];
  },
};
