import type { FailureFacts, InitReportFacts } from "./failure-rule.ts";

/** The init report, where it says that the init did not end well. */
export function failedInit(facts: FailureFacts): InitReportFacts | null {
  const init = facts.initReport;
  return init !== null && init.status !== null && init.status !== "success" ? init : null;
}

/**
 * True where the init was run again inside this invocation and failed: the handler never ran, so the
 * invocation failed whatever its REPORT says. A failed init in phase `init` is repeated, and may end well.
 * Source: AWS Lambda guide, "Failures during the Init phase".
 */
export function initFailedInInvocation(facts: FailureFacts): boolean {
  return failedInit(facts)?.phase === "invoke";
}
