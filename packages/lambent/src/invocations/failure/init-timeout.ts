import type { Failure } from "../../model/failure.ts";
import { failedInit } from "./failed-init.ts";
import type { FailureRule, JudgedFacts } from "./failure-rule.ts";
import { isAtMemoryLimit } from "./memory-limit.ts";
import { verdict } from "./verdict.ts";

/** Said of the init itself; of an init that was repeated since, it is only a likely cause. */
const INIT_AGAIN_TIMED_OUT = 1;
const FIRST_INIT_TIMED_OUT = 0.6;
const AT_MEMORY_LIMIT = 0.6;

/**
 * Loading the function took longer than it may: 10 s, then once more within the function's timeout.
 * Source: AWS Lambda guide, "Failures during the Init phase".
 */
export const initTimeout: FailureRule = { class: "init-timeout", judge };

function judge(facts: JudgedFacts): Failure | null {
  const init = failedInit(facts);
  if (init?.status !== "timeout") return null;
  const memory = isAtMemoryLimit(facts);
  const within = init.phase === "invoke" ? INIT_AGAIN_TIMED_OUT : FIRST_INIT_TIMED_OUT;
  return verdict("init-timeout", facts, {
    confidence: memory ? Math.min(within, AT_MEMORY_LIMIT) : within,
    memory,
    message: `Init timed out after ${(init.durationMs / 1_000).toFixed(2)} seconds`,
  });
}
