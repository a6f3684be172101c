import type { FunctionFacts } from "../metrics/function-facts.ts";
import type { Finding } from "../model/finding.ts";
import { functionLabel } from "./figures/function-label.ts";
import { between, perMonth, severityOf } from "./figures/money.ts";
import { count, percent, time, usd } from "./figures/show.ts";
import type { QuickWin } from "./quick-win.ts";

/** The fee for the request is more than all the rest together. */
const FEE_SHARE = 0.5;
/** Source: `docs/measurements.md`, row batch-of-ten. */
const TENS_SAVE = 0.9;
const LEAST_INVOCATIONS = 1_000;

/** Tiny functions: the fee for being invoked is more than the price of running. */
export const requestFeeBound: QuickWin = {
  id: "request-fee-bound",
  title: "Functions that cost more to invoke than to run",
  find: ({ functions, monthFactor }) => functions.flatMap((facts) => findingOf(facts, monthFactor)),
};

function findingOf(facts: FunctionFacts, monthFactor: number | null): Finding[] {
  const { summary } = facts;
  const { cost, billedDurationMs } = summary;
  if (cost === null || billedDurationMs === null) return [];
  if (summary.invocations < LEAST_INVOCATIONS) return [];
  const share = cost.requestsUsd / cost.totalUsd;
  if (!(share > FEE_SHARE)) return [];
  const fee = cost.requestsUsd;
  const saving = perMonth(between(0, fee * TENS_SAVE), monthFactor);
  const label = functionLabel(facts);
  return [
    {
      id: "request-fee-bound",
      title: `${label} costs more to invoke than to run`,
      severity: severityOf(saving.usdPerMonth?.mid),
      where: { function: label },
      evidence: [
        `${percent(share)} of its cost is the fee for ${count(summary.invocations)} requests; an invocation is billed ${time(billedDurationMs.p50)} in the median.`,
        `Fee ${usd(fee)}, all else ${usd(cost.totalUsd - fee)}, in the time of these logs. A smaller memory size cannot save more than the latter.`,
      ],
      ...(saving.usdPerMonth === undefined
        ? {}
        : {
            saving: {
              ...saving,
              basis: "estimated",
              how: "At most: batches of 10 events save 9 in 10 request fees (docs/measurements.md, row batch-of-ten), the duration left as it is. Nothing where events cannot be batched.",
            },
          }),
      fix: "Let one invocation take several events (batch size and window of the queue or stream), filter events at the source, or let the caller do this small piece of work itself.",
      docs: "docs/findings/request-fee-bound.md",
    },
  ];
}
