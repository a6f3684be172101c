import type { Failure } from "../../model/failure.ts";
import { failedInit } from "./failed-init.ts";
import type { FailureRule, JudgedFacts } from "./failure-rule.ts";
import { isAtMemoryLimit } from "./memory-limit.ts";
import { ENDED_BY_SIGNAL, EXITED_BY_ITSELF } from "./exit-text.ts";
import { isExplained } from "./explained.ts";
import { verdict } from "./verdict.ts";

const NAMED = 0.95;
/** Killed: mostly for memory, which has its own class; this is what is left where memory was plenty. */
const KILLED = 0.7;
/** At the memory limit the exit may be a consequence. */
const AT_MEMORY_LIMIT = 0.6;
/** While the function was loaded: that it failed to load is the better name for it. */
const DURING_INIT = 0.8;
/** Another line explains the exit. */
const EXPLAINED = 0.5;

const TYPES = new Set(["Runtime.ExitError", "Runtime.ExitWithoutReason"]);

/**
 * The runtime ended by a signal (segmentation fault, abort), or Lambda says no more than that it
 * ended. Source: AWS Lambda guide, `Runtime.ExitError`.
 */
export const runtimeExit: FailureRule = { class: "runtime-exit", judge };

function judge(facts: JudgedFacts): Failure | null {
  const told = facts.errors.find(
    (error) => error.by === "platform" && ENDED_BY_SIGNAL.test(error.message ?? ""),
  );
  const named =
    [
      facts.errorType,
      ...facts.errors.map((error) => error.by === "platform" && error.errorType),
    ].find((type) => typeof type === "string" && TYPES.has(type)) || null;
  if (!told && (named === null || exitedByItself(facts))) return null;
  return verdict("runtime-exit", facts, {
    confidence: confidence(facts, told?.message ?? ""),
    told: told ?? null,
    errorType: named,
  });
}

function confidence(facts: JudgedFacts, message: string): number {
  if (isExplained(facts)) return EXPLAINED;
  if (message.includes("signal: killed")) return KILLED;
  if (isAtMemoryLimit(facts)) return AT_MEMORY_LIMIT;
  return message === "" && failedInit(facts) ? DURING_INIT : NAMED;
}

function exitedByItself(facts: JudgedFacts): boolean {
  return facts.errors.some(
    (error) => error.by === "platform" && EXITED_BY_ITSELF.test(error.message ?? ""),
  );
}
