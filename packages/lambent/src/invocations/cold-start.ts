import type { InvocationStatus } from "../model/invocation.ts";

/** What is known about an invocation's environment when its REPORT is read. */
export interface Temperature {
  readonly initDurationMs: number | null;
  readonly restoreDurationMs: number | null;
  /** An init or a restore was logged in this environment since its last REPORT. */
  readonly initSeen: boolean;
  /** This environment has answered before, and nothing has ended it since. */
  readonly answeredBefore: boolean;
  readonly status: InvocationStatus;
}

/**
 * Whether an invocation was a cold start. An init that fails or takes over 10 s leaves no Init
 * Duration on the REPORT (AWS Lambda guide, "Execution environment lifecycle": init is run again
 * inside the invocation), so other lines of the environment are asked. Null where nothing tells.
 */
export function inferColdStart(known: Temperature): boolean | null {
  if (known.initDurationMs !== null || known.restoreDurationMs !== null || known.initSeen)
    return true;
  // A cold start that went well always prints its init.
  if (known.status === "success" || known.answeredBefore) return false;
  return null;
}
