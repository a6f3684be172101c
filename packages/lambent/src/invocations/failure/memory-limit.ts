import type { FailureFacts } from "./failure-rule.ts";

/** True where Max Memory Used reached the size: also healthy invocations do (a suspicion, no proof). */
export function isAtMemoryLimit(facts: FailureFacts): boolean {
  const { memorySizeMb, maxMemoryUsedMb } = facts;
  return memorySizeMb !== null && maxMemoryUsedMb !== null && maxMemoryUsedMb >= memorySizeMb;
}

/** Share of the memory size that was used at most so far, 0 to 1; null where not known. */
export function memoryShare(facts: FailureFacts): number | null {
  const { memorySizeMb, maxMemoryUsedMb } = facts;
  return memorySizeMb === null || maxMemoryUsedMb === null || memorySizeMb <= 0
    ? null
    : maxMemoryUsedMb / memorySizeMb;
}
