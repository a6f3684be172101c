import type { Invocation } from "../model/invocation.ts";
import { LAMBDA_INSIGHTS } from "../model/lambda-insights.ts";
import type { LogEvent } from "../model/log-event.ts";

/** Part of every event that the Lambda Insights extension writes, and of hardly anything else. */
export const INSIGHTS_MARK = '"cpu_total_time"';

type Fields = Readonly<Record<string, unknown>>;

/**
 * Reads the event that the Lambda Insights extension writes for each invocation, in embedded metric
 * format: it tells of an invocation where the function's own log is not at hand. Its durations are
 * whole milliseconds, and it does not say how the invocation ended: `status` is success for want of
 * a word for unknown. `billingIdentity` tells these invocations from those of REPORT lines. Null
 * where it is no such event.
 * Source: CloudWatch guide, "Metrics collected by Lambda Insights".
 */
export function readInsightsEvent(event: LogEvent): Invocation | null {
  if (event.message.charCodeAt(0) !== 123 || !event.message.includes(INSIGHTS_MARK)) return null;
  let value: unknown;
  try {
    value = JSON.parse(event.message);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null) return null;
  const fields = value as Fields;
  const requestId = text(fields["request_id"]);
  const durationMs = number(fields["duration"]);
  if (requestId === null || durationMs === null) return null;
  const initDurationMs = number(fields["init_duration"]);
  const cold = fields["cold_start"];
  return {
    requestId,
    functionName: text(fields["function_name"]),
    logGroup: text(fields["log_group_name"]) ?? event.logGroup,
    logStream: text(fields["log_stream_name"]) ?? event.logStream,
    timestamp: event.timestamp,
    status: "success",
    errorType: null,
    coldStart:
      typeof cold === "boolean"
        ? cold
        : typeof cold === "number"
          ? cold > 0
          : initDurationMs === null
            ? null
            : true,
    durationMs,
    billedDurationMs: number(fields["billed_duration"]),
    memorySizeMb: number(fields["total_memory"]),
    maxMemoryUsedMb: number(fields["used_memory_max"]),
    initDurationMs,
    initBilled: null,
    restoreDurationMs: null,
    billedRestoreDurationMs: null,
    traceId: text(fields["trace_id"]),
    sampled: null,
    architecture: null,
    region: null,
    billingIdentity: LAMBDA_INSIGHTS,
    failure: null,
    costUsd: null,
  };
}

function text(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

function number(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : null;
}
