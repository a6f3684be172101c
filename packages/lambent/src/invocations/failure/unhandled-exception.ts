import type { Failure } from "../../model/failure.ts";
import type { FailureRule, JudgedFacts } from "./failure-rule.ts";
import { verdict } from "./verdict.ts";

const NAMED = 1;
const PRINTED = 0.9;
/** The log of the code speaks of an error, and the invocation failed: likely the same. */
const LOGGED = 0.6;
/** The platform says `error` and nothing says why. */
const REASON_UNKNOWN = 0.5;

/** Types that the platform gives, which name no error of the function's own code. */
const PLATFORM_TYPE = /^(?:Runtime|Extension|Sandbox|Function)\.|^Unhandled$/;

/**
 * The handler threw, rejected or panicked, and nothing caught it; also what is left where an
 * invocation failed and nothing tells why. Source: the runtime interface clients.
 */
export const unhandledException: FailureRule = { class: "unhandled-exception", judge };

function judge(facts: JudgedFacts): Failure | null {
  const printed = facts.errors.find((error) => error.by === "runtime" && error.proves) ?? null;
  const type = facts.errorType;
  if (type !== null && !PLATFORM_TYPE.test(type)) {
    return verdict("unhandled-exception", facts, {
      confidence: NAMED,
      told: printed,
      errorType: type,
    });
  }
  if (printed) {
    const named = printed.errorType ?? type;
    return verdict("unhandled-exception", facts, {
      confidence: PRINTED,
      told: printed,
      errorType: named,
    });
  }
  const logged = facts.errors.find((error) => error.by === "log") ?? null;
  if (logged) return verdict("unhandled-exception", facts, { confidence: LOGGED, told: logged });
  const platform =
    facts.errors.find((error) => error.proves) ??
    facts.errors.find((error) => error.by === "platform") ??
    null;
  return verdict("unhandled-exception", facts, { confidence: REASON_UNKNOWN, told: platform });
}
