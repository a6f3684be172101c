import type { Architecture } from "./architecture.ts";
import type { Failure } from "./failure.ts";

export type InvocationStatus = "success" | "error" | "timeout";

/**
 * What one invocation was. Unknown is null, never 0.
 *
 * A REPORT without `Status` is a success, unless an old-style failure line of the same invocation
 * says otherwise. An asynchronous retry is another invocation with the same `requestId`
 * (AWS Lambda guide, "Asynchronous invocation": retries reuse the request id).
 */
export interface Invocation {
  requestId: string;
  functionName: string | null;
  logGroup: string | null;
  logStream: string | null;
  /** When the REPORT was logged, milliseconds since the epoch. */
  timestamp: number | null;
  status: InvocationStatus;
  /** As Lambda prints it after `Error Type:`, or as the runtime named it. */
  errorType: string | null;
  /** True where the invocation waited for an init (or a restore); null where the log cannot tell. */
  coldStart: boolean | null;
  durationMs: number;
  /** Whole milliseconds, read from the line. */
  billedDurationMs: number | null;
  memorySizeMb: number | null;
  /** The execution environment's maximum so far, not the invocation's own. */
  maxMemoryUsedMb: number | null;
  initDurationMs: number | null;
  /** True where the billed duration includes the init; read from the line's own arithmetic. */
  initBilled: boolean | null;
  restoreDurationMs: number | null;
  billedRestoreDurationMs: number | null;
  traceId: string | null;
  sampled: boolean | null;
  architecture: Architecture | null;
  region: string | null;
  /** Name of the rule by which the billed duration follows from the line (`invocations/billing-identity.ts`). */
  billingIdentity: string | null;
  /** What went wrong, where `status` is not success (or memory pressure is suspected). */
  failure: Failure | null;
  /** Compute and request price of this invocation; null where a price or a field is unknown. */
  costUsd: number | null;
}
