import type { Finding } from "../model/finding.ts";
import { functionLabel } from "./figures/function-label.ts";
import { count, percent } from "./figures/show.ts";
import type { QuickWin } from "./quick-win.ts";

/** Concurrent executions of one region unless raised. Source: AWS Lambda quotas page. */
const DEFAULT_LIMIT = 1_000;
const NEAR = 0.8;
const AT = 0.95;

/** Functions that alone come close to what a whole region may run at once. */
export const concurrencyNearLimit: QuickWin = {
  id: "concurrency-near-limit",
  title: "Concurrency close to the default limit of a region",
  find: ({ functions }): Finding[] =>
    functions.flatMap((facts) => {
      const most = facts.summary.concurrency?.max ?? 0;
      // Well above the default, the limit has plainly been raised and is not known.
      if (most < NEAR * DEFAULT_LIMIT || most > 1.05 * DEFAULT_LIMIT) return [];
      const label = functionLabel(facts);
      const isEstimate = facts.metrics.spans.level > 0;
      return [
        {
          id: "concurrency-near-limit",
          title: `${label} runs ${count(most)} times at once`,
          severity: most >= AT * DEFAULT_LIMIT ? "high" : "medium",
          where: { function: label },
          evidence: [
            `${isEstimate ? "About " : ""}${count(most)} environments were busy at the same moment: ${percent(most / DEFAULT_LIMIT)} of the ${count(DEFAULT_LIMIT)} that all functions of a region share by default.`,
            "The limit of this account is not in the logs: look it up (Service Quotas, Concurrent executions).",
          ],
          fix: "If the limit is the default, ask for more before the next peak, or give this function reserved concurrency so that it cannot starve the others.",
          docs: "docs/findings/concurrency-near-limit.md",
        },
      ];
    }),
};
