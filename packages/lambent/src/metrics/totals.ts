import type { CostComponents, FunctionSummary, Totals } from "../model/assessment.ts";
import type { FunctionFacts } from "./function-facts.ts";

/** Sums over functions, which must come in a fixed order: dollars are doubles. */
export function totalsOf(functions: readonly FunctionFacts[], monthFactor: number | null): Totals {
  const sum = (of: (summary: FunctionSummary) => number): number =>
    functions.reduce((total, { summary }) => total + of(summary), 0);
  const costs = functions.flatMap(({ summary }) => (summary.cost === null ? [] : [summary.cost]));
  const cost = costs.length === 0 ? null : costs.reduce(added);
  return {
    functions: functions.length,
    invocations: sum((each) => each.invocations),
    errors: sum((each) => each.errors),
    timeouts: sum((each) => each.timeouts),
    // Lambda's own refusals leave no line in a function's log.
    throttles: null,
    coldStarts: sum((each) => each.coldStarts),
    coldStartUnknown: sum((each) => each.coldStartUnknown),
    retries: sum((each) => each.retries),
    gbSeconds: sum((each) => each.gbSeconds),
    cost,
    costPerMonthUsd: cost === null || monthFactor === null ? null : cost.totalUsd * monthFactor,
    costUnknown: sum((each) => each.costUnknown),
  };
}

function added(a: CostComponents, b: CostComponents): CostComponents {
  return {
    durationUsd: a.durationUsd + b.durationUsd,
    initUsd: a.initUsd + b.initUsd,
    failedUsd: a.failedUsd + b.failedUsd,
    requestsUsd: a.requestsUsd + b.requestsUsd,
    totalUsd: a.totalUsd + b.totalUsd,
  };
}
