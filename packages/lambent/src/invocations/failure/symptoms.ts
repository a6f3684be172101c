import type { Failure, FailureClass } from "../../model/failure.ts";
import { failedInit } from "./failed-init.ts";
import type { JudgedFacts, ReadEvidence } from "./failure-rule.ts";
import { verdict } from "./verdict.ts";

/** What gives a class of failure away. */
export interface Symptoms {
  /** Error types that say it by their name alone. */
  readonly types: ReadonlySet<string>;
  /** Matches `Type: message` of a printed error; null where only the type decides. Linear. */
  readonly text: RegExp | null;
}

/** The platform named it. */
const NAMED = 1;
/** A language's runtime printed it. */
const PRINTED = 0.9;
/** The function's own log speaks of it: it may have been handled, and another error the cause. */
const LOGGED = 0.6;

/** Judges by symptoms: the platform's name for it, else a runtime's text, else the function's log. */
export function judgeBySymptoms(
  of: FailureClass,
  symptoms: Symptoms,
  facts: JudgedFacts,
): Failure | null {
  const told = strongest(facts.errors.filter((error) => shows(error, symptoms)));
  const named = [facts.errorType, failedInit(facts)?.errorType ?? null].find(
    (type) => type !== null && symptoms.types.has(type),
  );
  if (named !== undefined) {
    return verdict(of, facts, {
      confidence: NAMED,
      told: told ?? tellingError(facts),
      errorType: named,
    });
  }
  if (!told) return null;
  const confidence = !told.proves ? LOGGED : told.by === "platform" ? NAMED : PRINTED;
  return verdict(of, facts, { confidence, told });
}

/** The event that tells a person most: a runtime's own error before the platform's exit line. */
export function tellingError(facts: JudgedFacts): ReadEvidence | null {
  return (
    facts.errors.find((error) => error.by === "runtime" && error.errorType !== null) ??
    facts.errors.find((error) => error.by === "platform" && error.message !== null) ??
    null
  );
}

function strongest(errors: readonly ReadEvidence[]): ReadEvidence | null {
  return errors.find((error) => error.proves) ?? errors[0] ?? null;
}

function shows(error: ReadEvidence, symptoms: Symptoms): boolean {
  if (error.errorType !== null && symptoms.types.has(error.errorType)) return true;
  return (
    symptoms.text?.test(`${error.errorType ?? ""}: ${(error.message ?? "").slice(0, 4_096)}`) ??
    false
  );
}
