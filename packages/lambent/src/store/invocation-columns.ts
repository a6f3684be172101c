import type { Architecture } from "../model/architecture.ts";
import type { FailureClass, RuntimeFamily } from "../model/failure.ts";
import type { Invocation, InvocationStatus } from "../model/invocation.ts";

/** How a column is kept. `time`: milliseconds since the epoch; `id`: a string that hardly ever repeats. */
export type ColumnKind = "number" | "boolean" | "time" | "string" | "id";

/** A part of an `Invocation`, as a column. */
export interface InvocationColumn {
  readonly name: string;
  readonly kind: ColumnKind;
  readonly of: (invocation: Invocation) => number | boolean | string | null;
}

/** The columns in which every adapter keeps invocations, in order. Nothing of one is lost. */
export const INVOCATION_COLUMNS: readonly InvocationColumn[] = [
  { name: "request_id", kind: "id", of: (i) => i.requestId },
  { name: "function_name", kind: "string", of: (i) => i.functionName },
  { name: "log_group", kind: "string", of: (i) => i.logGroup },
  { name: "log_stream", kind: "string", of: (i) => i.logStream },
  { name: "timestamp", kind: "time", of: (i) => i.timestamp },
  { name: "status", kind: "string", of: (i) => i.status },
  { name: "error_type", kind: "string", of: (i) => i.errorType },
  { name: "cold_start", kind: "boolean", of: (i) => i.coldStart },
  { name: "duration_ms", kind: "number", of: (i) => i.durationMs },
  { name: "billed_duration_ms", kind: "number", of: (i) => i.billedDurationMs },
  { name: "memory_size_mb", kind: "number", of: (i) => i.memorySizeMb },
  { name: "max_memory_used_mb", kind: "number", of: (i) => i.maxMemoryUsedMb },
  { name: "init_duration_ms", kind: "number", of: (i) => i.initDurationMs },
  { name: "init_billed", kind: "boolean", of: (i) => i.initBilled },
  { name: "restore_duration_ms", kind: "number", of: (i) => i.restoreDurationMs },
  { name: "billed_restore_duration_ms", kind: "number", of: (i) => i.billedRestoreDurationMs },
  { name: "trace_id", kind: "id", of: (i) => i.traceId },
  { name: "sampled", kind: "boolean", of: (i) => i.sampled },
  { name: "architecture", kind: "string", of: (i) => i.architecture },
  { name: "region", kind: "string", of: (i) => i.region },
  { name: "billing_identity", kind: "string", of: (i) => i.billingIdentity },
  { name: "cost_usd", kind: "number", of: (i) => i.costUsd },
  { name: "failure_class", kind: "string", of: (i) => i.failure?.class ?? null },
  { name: "failure_confidence", kind: "number", of: (i) => i.failure?.confidence ?? null },
  { name: "failure_runtime", kind: "string", of: (i) => i.failure?.runtime ?? null },
  { name: "failure_error_type", kind: "string", of: (i) => i.failure?.errorType ?? null },
  { name: "failure_message", kind: "string", of: (i) => i.failure?.message ?? null },
  // A JSON array: a list column would keep half of a surrogate pair no better than text does.
  {
    name: "failure_evidence",
    kind: "string",
    of: (i) => (i.failure === null ? null : JSON.stringify(i.failure.evidence)),
  },
];

/** A column of values, as read back. */
export type ColumnValues = readonly (number | boolean | string | null)[];

/** Invocations from columns in the order of `INVOCATION_COLUMNS`. */
export function invocationsFrom(columns: readonly ColumnValues[], count: number): Invocation[] {
  const [
    requestId,
    functionName,
    logGroup,
    logStream,
    timestamp,
    status,
    errorType,
    coldStart,
    durationMs,
    billedDurationMs,
    memorySizeMb,
    maxMemoryUsedMb,
    initDurationMs,
    initBilled,
    restoreDurationMs,
    billedRestoreDurationMs,
    traceId,
    sampled,
    architecture,
    region,
    billingIdentity,
    costUsd,
    failureClass,
    confidence,
    runtime,
    failureErrorType,
    message,
    evidence,
  ] = columns;
  const result: Invocation[] = [];
  for (let row = 0; row < count; row++) {
    result.push({
      requestId: requestId![row] as string,
      functionName: functionName![row] as string | null,
      logGroup: logGroup![row] as string | null,
      logStream: logStream![row] as string | null,
      timestamp: timestamp![row] as number | null,
      status: status![row] as InvocationStatus,
      errorType: errorType![row] as string | null,
      coldStart: coldStart![row] as boolean | null,
      durationMs: durationMs![row] as number,
      billedDurationMs: billedDurationMs![row] as number | null,
      memorySizeMb: memorySizeMb![row] as number | null,
      maxMemoryUsedMb: maxMemoryUsedMb![row] as number | null,
      initDurationMs: initDurationMs![row] as number | null,
      initBilled: initBilled![row] as boolean | null,
      restoreDurationMs: restoreDurationMs![row] as number | null,
      billedRestoreDurationMs: billedRestoreDurationMs![row] as number | null,
      traceId: traceId![row] as string | null,
      sampled: sampled![row] as boolean | null,
      architecture: architecture![row] as Architecture | null,
      region: region![row] as string | null,
      billingIdentity: billingIdentity![row] as string | null,
      costUsd: costUsd![row] as number | null,
      failure:
        failureClass![row] === null
          ? null
          : {
              class: failureClass![row] as FailureClass,
              confidence: confidence![row] as number,
              runtime: runtime![row] as RuntimeFamily | null,
              errorType: failureErrorType![row] as string | null,
              message: message![row] as string | null,
              evidence: JSON.parse(evidence![row] as string) as string[],
            },
    });
  }
  return result;
}
