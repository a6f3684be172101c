import type { Finding } from "../model/finding.ts";
import { functionLabel } from "./figures/function-label.ts";
import { count, counted, percent } from "./figures/show.ts";
import type { QuickWin } from "./quick-win.ts";

const MANY = 0.01;

/** Invocations that failed because something refused them for coming too fast. */
export const throttledCalls: QuickWin = {
  id: "throttled-calls",
  title: "Calls refused for their rate",
  find: ({ functions }): Finding[] =>
    functions
      .filter((facts) => facts.metrics.counts.refusedCalls > 0)
      .map((facts) => {
        const { refusedCalls, invocations } = facts.metrics.counts;
        const label = functionLabel(facts);
        return {
          id: "throttled-calls",
          title: `${label} is throttled`,
          severity: refusedCalls / invocations >= MANY ? "high" : "medium",
          where: { function: label },
          evidence: [
            `${counted(refusedCalls, "invocation")} of ${count(invocations)} (${percent(refusedCalls / invocations)}) met a refusal for too high a rate.`,
            "Invocations that Lambda itself refused before they began leave no line in the log; the metric Throttles counts those.",
          ],
          fix: "Find which service refused; retry with growing, random waits, spread the calls, or ask for a higher quota.",
          docs: "docs/findings/throttled-calls.md",
        };
      }),
};
