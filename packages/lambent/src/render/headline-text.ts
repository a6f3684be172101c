import type { Assessment, FunctionSummary } from "../model/assessment.ts";
import { formatCount } from "./format/count.ts";
import { formatShare } from "./format/share.ts";
import { functionLabel } from "../model/function-label.ts";

/** The first answers: who costs, who fails, and how. */
export interface HeadlineFact {
  readonly label: string;
  readonly text: string;
}

const MOST_NAMED = 3;
/** A function with less of the cost is not worth a place in the headline. */
const LEAST_COST_SHARE = 0.01;

/**
 * What the headline figures are made of, most first: `Costs most: orders 61 %, search 30 %`.
 * Facts that the logs do not give, or that a single function makes plain, are left out.
 */
export function headlineFacts(assessment: Assessment): readonly HeadlineFact[] {
  const { functions, totals } = assessment;
  if (totals.invocations === 0) return [];
  const facts = [
    { label: "Costs most", text: functions.length < 2 ? "" : costliest(functions) },
    { label: "Fails most", text: totals.errors === 0 ? "nothing failed" : failing(functions) },
    { label: "Fails with", text: classes(functions) },
  ];
  return facts.filter((fact) => fact.text !== "");
}

function costliest(functions: readonly FunctionSummary[]): string {
  return functions
    .filter((one) => (one.costShare ?? 0) >= LEAST_COST_SHARE)
    .toSorted((a, b) => (b.costShare ?? 0) - (a.costShare ?? 0))
    .slice(0, MOST_NAMED)
    .map((one) => `${functionLabel(one.name)} ${formatShare(one.costShare)}`)
    .join(", ");
}

function failing(functions: readonly FunctionSummary[]): string {
  const counts = functions
    .filter((one) => one.errors > 0)
    .toSorted((a, b) => b.errors - a.errors)
    .map((one) => [functionLabel(one.name), one.errors] as const);
  return listed(counts);
}

function classes(functions: readonly FunctionSummary[]): string {
  const sums = new Map<string, number>();
  for (const { errorsByClass } of functions) {
    for (const [name, count] of Object.entries(errorsByClass)) {
      sums.set(name, (sums.get(name) ?? 0) + count);
    }
  }
  const counts = [...sums].toSorted(([, a], [, b]) => b - a);
  return listed(counts.map(([name, count]) => [name.replaceAll("-", " "), count]));
}

function listed(counts: readonly (readonly [name: string, count: number])[]): string {
  const named = counts.slice(0, MOST_NAMED).map(([name, n]) => `${name} ${formatCount(n)}`);
  const rest = counts.slice(MOST_NAMED);
  if (rest.length === 0) return named.join(", ");
  const sum = rest.reduce((total, [, n]) => total + n, 0);
  return [...named, `others ${formatCount(sum)}`].join(", ");
}
