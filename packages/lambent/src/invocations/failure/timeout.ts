import type { Failure } from "../../model/failure.ts";
import type { FailureRule, JudgedFacts } from "./failure-rule.ts";
import { isAtMemoryLimit } from "./memory-limit.ts";
import { verdict } from "./verdict.ts";

/** A timeout at the memory limit may be one that swapping or garbage collection made. */
const AT_MEMORY_LIMIT = 0.6;

/** The invocation was still running at the function's timeout. Source: AWS Lambda guide, "Timeouts". */
export const timeout: FailureRule = { class: "timeout", judge };

function judge(facts: JudgedFacts): Failure | null {
  const told =
    facts.errors.find((error) => error.proves && error.errorType === "Sandbox.Timedout") ?? null;
  const named = facts.status === "timeout" || facts.errorType === "Sandbox.Timedout";
  if (!named && !told) return null;
  const memory = isAtMemoryLimit(facts);
  return verdict("timeout", facts, {
    confidence: memory ? AT_MEMORY_LIMIT : 1,
    told,
    memory,
    message: told?.message ?? `Timed out after ${(facts.durationMs / 1_000).toFixed(2)} seconds`,
  });
}
