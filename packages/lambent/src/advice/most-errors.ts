import type { FunctionFacts } from "../metrics/function-facts.ts";
import type { Finding, Severity } from "../model/finding.ts";
import { functionLabel } from "./figures/function-label.ts";
import { count, counted, percent, usd } from "./figures/show.ts";
import type { AdviceContext, QuickWin } from "./quick-win.ts";

const RATE = 0.01;
const BAD_RATE = 0.1;
/** One failure is an accident. */
const LEAST_ERRORS = 2;
/** So many errors are worth a word even where they are a small share. */
const MANY_ERRORS = 100;

/** Functions that fail in more than 1 % of invocations, and the one that fails most. */
export const mostErrors: QuickWin = {
  id: "most-errors",
  title: "Functions that fail most",
  find(context) {
    const failing = context.functions
      .filter(({ summary }) => summary.errors >= LEAST_ERRORS)
      .toSorted((a, b) => b.summary.errors - a.summary.errors);
    return failing.flatMap((facts, rank) => {
      const isMost = rank === 0 && facts.summary.errors >= MANY_ERRORS;
      return facts.summary.errorRate > RATE || isMost ? [findingOf(facts, rank, context)] : [];
    });
  },
};

function findingOf(facts: FunctionFacts, rank: number, context: AdviceContext): Finding {
  const { summary } = facts;
  const { totals, monthFactor } = context;
  const label = functionLabel(facts);
  const evidence = [
    `${count(summary.errors)} of ${count(summary.invocations)} invocations failed (${percent(summary.errorRate)}); that is ${percent(summary.errors / totals.errors)} of the errors of all functions.`,
  ];
  const classes = Object.entries(summary.errorsByClass).map(([name, n]) => `${name} ${count(n)}`);
  if (classes.length > 0) evidence.push(`By class: ${classes.join(", ")}.`);
  if (summary.cost !== null && monthFactor !== null && summary.cost.failedUsd > 0) {
    evidence.push(
      `They cost ${usd(summary.cost.failedUsd * monthFactor)} a month. That is no saving by itself: mended, they still run.`,
    );
  }
  if (summary.retries > 0) {
    evidence.push(
      `${counted(summary.retries, "invocation")} had the request id of another: retries.`,
    );
  }
  return {
    id: "most-errors",
    title:
      rank === 0
        ? `${label} has the most errors: ${percent(summary.errorRate)} of its invocations`
        : `${label} fails in ${percent(summary.errorRate)} of its invocations`,
    severity: severityOf(summary.errorRate),
    where: { function: label },
    evidence,
    fix: "Begin with the most frequent error group below.",
    docs: "docs/findings/most-errors.md",
  };
}

function severityOf(rate: number): Severity {
  return rate > BAD_RATE ? "high" : rate > RATE ? "medium" : "low";
}
