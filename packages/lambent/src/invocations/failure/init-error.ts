import type { Failure } from "../../model/failure.ts";
import { failedInit } from "./failed-init.ts";
import type { FailureRule, JudgedFacts, ReadEvidence } from "./failure-rule.ts";
import { tellingError } from "./symptoms.ts";
import { verdict } from "./verdict.ts";

const NAMED = 1;
const PRINTED = 0.9;
/** The init failed, and nothing says why: another class that knows the reason goes first. */
const REASON_UNKNOWN = 0.85;

const START_FAILED =
  /fork\/exec |exec format error|Couldn't find valid bootstrap|permission denied/;

/**
 * The function failed while it was loaded: code outside the handler threw, or the entry point cannot
 * be run at all (wrong architecture, no bootstrap). Source: AWS Lambda guide, "Init phase".
 */
export const initError: FailureRule = { class: "init-error", judge };

function judge(facts: JudgedFacts): Failure | null {
  const init = failedInit(facts);
  const named = [facts.errorType, init?.errorType].find(
    (type) => type === "Runtime.InvalidEntrypoint",
  );
  const noStart = facts.errors.find(
    (error) => error.by === "platform" && START_FAILED.test(error.message ?? ""),
  );
  if (named !== undefined || noStart) {
    const told = noStart ?? tellingError(facts);
    return verdict("init-error", facts, { confidence: NAMED, told, errorType: named ?? null });
  }
  const thrown = facts.errors.find(
    (error) => error.by === "runtime" && error.proves && isInit(error),
  );
  if (thrown) return verdict("init-error", facts, { confidence: PRINTED, told: thrown });
  if (init === null || init.status === "timeout") return null;
  const told = tellingError(facts);
  return verdict("init-error", facts, {
    confidence: told?.by === "runtime" ? PRINTED : REASON_UNKNOWN,
    told,
    errorType: told?.by === "runtime" ? told.errorType : init.errorType,
  });
}

/** Node has no request id yet while it loads the function; Ruby names the phase. */
function isInit(error: ReadEvidence): boolean {
  if (error.errorType?.startsWith("Init<")) return true;
  return error.runtime === "node" && error.requestId === null;
}
