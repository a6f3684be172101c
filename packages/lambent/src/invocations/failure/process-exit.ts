import type { Failure } from "../../model/failure.ts";
import { EXITED_BY_ITSELF } from "./exit-text.ts";
import { isExplained } from "./explained.ts";
import { failedInit } from "./failed-init.ts";
import type { FailureRule, JudgedFacts } from "./failure-rule.ts";
import { verdict } from "./verdict.ts";

const NAMED = 1;
/** While the function was loaded: that it failed to load is the better name for it. */
const DURING_INIT = 0.8;
/** Another line explains the exit. */
const EXPLAINED = 0.5;

/**
 * The process ended itself before it answered: `process.exit`, `sys.exit`, a fatal error of the code.
 * Source: AWS Lambda guide, "Runtime exited" and "Process exited before completing request".
 */
export const processExit: FailureRule = { class: "process-exit", judge };

function judge(facts: JudgedFacts): Failure | null {
  const told = facts.errors.find(
    (error) => error.by === "platform" && EXITED_BY_ITSELF.test(error.message ?? ""),
  );
  if (!told) return null;
  const confidence = isExplained(facts) ? EXPLAINED : failedInit(facts) ? DURING_INIT : NAMED;
  return verdict("process-exit", facts, { confidence, told });
}
