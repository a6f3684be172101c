import type { FunctionFacts } from "../metrics/function-facts.ts";
import type { Finding } from "../model/finding.ts";
import { functionLabel } from "./figures/function-label.ts";
import { seenTimeout } from "./figures/seen-timeout.ts";
import { count, counted, percent, time } from "./figures/show.ts";
import type { QuickWin } from "./quick-win.ts";

/** The usual alarm: any duration above 90 % of the timeout. */
const NEAR = 0.9;
const MANY = 0.01;

/** Invocations that ended just before the timeout. */
export const nearTimeout: QuickWin = {
  id: "near-timeout",
  title: "Durations close to the timeout",
  find: ({ functions }) => functions.flatMap(findingOf),
};

function findingOf(facts: FunctionFacts): Finding[] {
  const { metrics, summary } = facts;
  const timeout = seenTimeout(metrics);
  if (timeout === null) return [];
  const limitMs = timeout.seconds * 1_000;
  const duration = metrics.durationMs;
  const over = Math.round(duration.count * (1 - duration.shareAtOrBelow(NEAR * limitMs)));
  let timedOut = 0;
  for (const [seconds, n] of metrics.timeoutSeconds) {
    if (seconds * 1_000 > NEAR * limitMs) timedOut += n;
  }
  const near = over - timedOut;
  if (near < 1) return [];
  const share = near / summary.invocations;
  const label = functionLabel(facts);
  return [
    {
      id: "near-timeout",
      title: `${label} comes close to its timeout of ${time(limitMs)}`,
      severity: share >= MANY ? "medium" : "low",
      where: { function: label },
      evidence: [
        `${counted(near, "invocation")} (${percent(share)}) ended well, but took more than 90 % of ${time(limitMs)}.`,
        `The timeout is not in the logs; it is taken from the ${counted(timeout.count, "timeout")} after ${time(limitMs)}.`,
        `99 % of ${count(summary.invocations)} invocations took at most ${time(summary.durationMs.p99)}.`,
      ],
      fix: "Find what makes the slow ones slow; raise the timeout only where the work is worth the wait.",
      docs: "docs/findings/near-timeout.md",
    },
  ];
}
