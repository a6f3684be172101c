import type { FunctionFacts } from "../../metrics/function-facts.ts";
import { functionLabel as labelOf } from "../../model/function-label.ts";

/** What a function is called in a finding. */
export function functionLabel({ summary }: FunctionFacts): string {
  return labelOf(summary.name);
}
