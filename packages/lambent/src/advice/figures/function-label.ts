import type { FunctionFacts } from "../../metrics/function-facts.ts";

/** What a function is called in a finding. */
export function functionLabel({ summary }: FunctionFacts): string {
  return summary.name ?? "(unnamed function)";
}
