import type { Failure } from "../../model/failure.ts";
import { failedInit } from "./failed-init.ts";
import type { FailureRule, JudgedFacts } from "./failure-rule.ts";
import { isAtMemoryLimit, memoryShare } from "./memory-limit.ts";
import { tellingError } from "./symptoms.ts";
import { verdict } from "./verdict.ts";

const NAMED = 1;
/** The runtime's own text. Above 0.9: it explains the exit or the time-out that the platform names. */
const PRINTED = 0.95;
/** The kernel killed the runtime: at the limit it is almost always for memory. */
const KILLED_AT_LIMIT = 0.95;
const KILLED = 0.8;
const KILLED_FAR_BELOW_LIMIT = 0.5;
/** Timed out or died with Max Memory Used at the size: a suspicion, healthy invocations get there too. */
const SUSPECTED = 0.65;

const FAR_BELOW_LIMIT = 0.8;

const TYPES =
  /^(?:Runtime\.OutOfMemory|MemoryError|java\.lang\.OutOfMemoryError|System\.OutOfMemoryException|(?:Function|Init|Runtime)<NoMemoryError>|NoMemoryError)$/;
const TEXTS =
  /JavaScript heap out of memory|java\.lang\.OutOfMemoryError|^(?:fatal error: )?runtime: (?:out of memory|cannot allocate memory)|NoMemoryError|System\.OutOfMemoryException|\bMemoryError\b/;

/**
 * More memory was needed than the function has. Sources: AWS Lambda guide, "Configure memory";
 * the runtimes' own texts; a kill or a time-out at the memory limit (a suspicion).
 */
export const outOfMemory: FailureRule = { class: "out-of-memory", judge };

function judge(facts: JudgedFacts): Failure | null {
  const told = facts.errors.find(
    (error) =>
      TYPES.test(error.errorType ?? "") || TEXTS.test((error.message ?? "").slice(0, 4_096)),
  );
  const named = [facts.errorType, failedInit(facts)?.errorType].find(
    (type) => type === "Runtime.OutOfMemory",
  );
  if (named !== undefined) {
    const error = told ?? tellingError(facts);
    return verdict("out-of-memory", facts, {
      confidence: NAMED,
      told: error,
      errorType: named,
      memory: true,
    });
  }
  if (told) {
    // A log line may tell of an error that the code survived.
    const died =
      told.proves || facts.errors.some((error) => error.by === "platform" && error.proves);
    return verdict("out-of-memory", facts, {
      confidence: died ? PRINTED : SUSPECTED,
      told,
      memory: true,
    });
  }
  const killed = facts.errors.find((error) => /signal: killed/.test(error.message ?? ""));
  if (killed) {
    const share = memoryShare(facts);
    const confidence =
      share === null
        ? KILLED
        : share >= 1
          ? KILLED_AT_LIMIT
          : share < FAR_BELOW_LIMIT
            ? KILLED_FAR_BELOW_LIMIT
            : KILLED;
    return verdict("out-of-memory", facts, { confidence, told: killed, memory: true });
  }
  if (!isAtMemoryLimit(facts) || !diedWithoutReason(facts)) return null;
  return verdict("out-of-memory", facts, {
    confidence: SUSPECTED,
    memory: true,
    message: `Max Memory Used equals the memory size of ${facts.memorySizeMb} MB`,
  });
}

function diedWithoutReason(facts: JudgedFacts): boolean {
  if (facts.errors.some((error) => error.by === "runtime" && error.proves)) return false;
  const timedOut =
    facts.status === "timeout" ||
    failedInit(facts)?.status === "timeout" ||
    facts.errors.some((error) => error.proves && error.errorType === "Sandbox.Timedout");
  return (
    timedOut || facts.errorType === "Runtime.ExitError" || facts.errorType === "Runtime.Unknown"
  );
}
