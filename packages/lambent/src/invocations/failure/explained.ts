import type { JudgedFacts } from "./failure-rule.ts";

/** True where a language's runtime printed the error that made the process end. */
export function isExplained(facts: JudgedFacts): boolean {
  return facts.errors.some((error) => error.by === "runtime" && error.proves);
}
