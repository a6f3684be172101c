import type { Failure, FailureClass } from "../../model/failure.ts";
import type { FailureFacts, JudgedFacts, ReadEvidence } from "./failure-rule.ts";

/** Lines of evidence that one failure carries at most; the first are the most telling. */
const MAX_EVIDENCE_LINES = 6;

export interface VerdictParts {
  readonly confidence: number;
  /** The event that tells most; its runtime, type and message become the failure's. */
  readonly told?: ReadEvidence | null;
  readonly errorType?: string | null;
  readonly message?: string | null;
  /** True where the memory figures of the REPORT line are part of the proof. */
  readonly memory?: boolean;
}

/** A failure of class `of`, with the lines that speak for it. */
export function verdict(of: FailureClass, facts: JudgedFacts, parts: VerdictParts): Failure {
  const told = parts.told ?? null;
  const lines = [
    ...(told ? [told.text] : []),
    ...reportFragments(facts, parts.memory === true),
    ...facts.errors.filter((error) => error !== told && error.proves).map((error) => error.text),
  ];
  return {
    class: of,
    confidence: parts.confidence,
    runtime: told?.runtime ?? null,
    errorType: parts.errorType ?? told?.errorType ?? facts.errorType,
    message: parts.message ?? told?.message ?? null,
    evidence: [...new Set(lines)].slice(0, MAX_EVIDENCE_LINES),
  };
}

/** The parts of the REPORT and INIT_REPORT lines that speak of a failure, as they are printed. */
function reportFragments(facts: FailureFacts, memory: boolean): string[] {
  const fragments: string[] = [];
  if (facts.status !== null && facts.status !== "success") {
    const type = facts.errorType === null ? "" : `\tError Type: ${facts.errorType}`;
    fragments.push(`Status: ${facts.status}${type}`);
  }
  const init = facts.initReport;
  if (init !== null && init.status !== null && init.status !== "success") {
    const phase = init.phase === null ? "" : `\tPhase: ${init.phase}`;
    const type = init.errorType === null ? "" : `\tError Type: ${init.errorType}`;
    fragments.push(
      `INIT_REPORT Init Duration: ${init.durationMs} ms${phase}\tStatus: ${init.status}${type}`,
    );
  }
  if (memory && facts.memorySizeMb !== null && facts.maxMemoryUsedMb !== null) {
    fragments.push(
      `Memory Size: ${facts.memorySizeMb} MB\tMax Memory Used: ${facts.maxMemoryUsedMb} MB`,
    );
  }
  return fragments;
}
