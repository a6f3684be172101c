import type { FunctionFacts } from "../metrics/function-facts.ts";
import type { Finding, Severity } from "../model/finding.ts";
import { functionLabel } from "./figures/function-label.ts";
import { count, percent, time, usd } from "./figures/show.ts";
import type { QuickWin } from "./quick-win.ts";

const MOST = 0.5;
const MANY = 0.1;

/** Invocations longer than 20 s. */
export const longRunning: QuickWin = {
  id: "long-running",
  title: "Invocations longer than 20 seconds",
  find: ({ functions, monthFactor }) => functions.flatMap((facts) => findingOf(facts, monthFactor)),
};

function findingOf(facts: FunctionFacts, monthFactor: number | null): Finding[] {
  const { metrics, summary } = facts;
  const long = metrics.counts.longRunning;
  // What only times out is in paid-timeouts.
  let timedOut = 0;
  for (const [seconds, n] of metrics.timeoutSeconds) if (seconds > 20) timedOut += n;
  if (long - timedOut < 1) return [];
  const share = long / summary.invocations;
  const label = functionLabel(facts);
  const evidence = [
    `${count(long)} of ${count(summary.invocations)} invocations (${percent(share)}) took longer than 20 s; the longest took ${time(summary.durationMs.max)}.`,
  ];
  if (timedOut > 0) evidence.push(`${count(timedOut)} of them timed out.`);
  if (summary.costPerMonthUsd !== null && monthFactor !== null) {
    evidence.push(`The function costs ${usd(summary.costPerMonthUsd)} a month in all.`);
  }
  return [
    {
      id: "long-running",
      title: `${label} runs longer than 20 s`,
      severity: severityOf(share),
      where: { function: label },
      evidence,
      fix: "If it waits for another service, let that call back or use a step of a workflow; if it computes, split the work or move it to a container. Behind API Gateway the caller is cut off after 29 s by default.",
      docs: "docs/findings/long-running.md",
    },
  ];
}

function severityOf(share: number): Severity {
  return share >= MOST ? "medium" : share >= MANY ? "low" : "info";
}
