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
      .filter(({ summary }) => summary.throttles > 0)
      .map((facts) => {
        const { throttles, invocations } = facts.summary;
        const label = functionLabel(facts);
        return {
          id: "throttled-calls",
          title: `${label} is throttled`,
          severity: throttles / invocations >= MANY ? "high" : "medium",
          where: { function: label },
          evidence: [
            `${counted(throttles, "invocation")} of ${count(invocations)} (${percent(throttles / invocations)}) met a refusal for too high a rate.`,
            "Invocations that Lambda itself refused before they began leave no line in the log; the metric Throttles counts those.",
          ],
          fix: "Find which service refused; retry with growing, random waits, spread the calls, or ask for a higher quota.",
          docs: "docs/findings/throttled-calls.md",
        };
      }),
};
