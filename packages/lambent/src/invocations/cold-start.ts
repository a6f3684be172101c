import type { Invocation } from "../model/invocation.ts";

/** What the lines around a REPORT tell of its environment. */
export interface EnvironmentBefore {
  /** An init or a restore was logged in this environment since its last REPORT. */
  readonly initSeen: boolean;
  /** This environment has answered before, and nothing has ended it since. */
  readonly answeredBefore: boolean;
  /** It is not known whether the REPORT printed an init. */
  readonly initUnknown?: boolean;
}

/**
 * Whether an invocation was a cold start. An init that fails or takes over 10 s leaves no Init
 * Duration on the REPORT (AWS Lambda guide, "Execution environment lifecycle": init is run again
 * inside the invocation), so other lines of the environment are asked. Null where nothing tells.
 */
export function inferColdStart(
  invocation: Pick<Invocation, "initDurationMs" | "restoreDurationMs" | "status">,
  before: EnvironmentBefore,
): boolean | null {
  if (invocation.initDurationMs !== null || invocation.restoreDurationMs !== null) return true;
  if (before.initSeen) return true;
  if (before.initUnknown === true) return null;
  // A cold start that went well always prints its init.
  if (invocation.status === "success" || before.answeredBefore) return false;
  return null;
}
