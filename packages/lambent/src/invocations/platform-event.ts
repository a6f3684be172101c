import type { InitReport } from "./init-line.ts";
import { regionOfRuntimeArn } from "./init-line.ts";
import { LONGEST_DURATION_MS } from "./report-fields.ts";
import type { ReportFields } from "./report-fields.ts";

/** A JSON event of Lambda's platform, as far as an invocation needs it. */
export type PlatformEvent =
  | { readonly kind: "report"; readonly report: ReportFields }
  | { readonly kind: "malformed-report" }
  | { readonly kind: "start"; readonly requestId: string }
  | {
      readonly kind: "init-start";
      readonly region: string | null;
      readonly functionName: string | null;
      readonly onDemand: boolean;
    }
  | { readonly kind: "init-report"; readonly init: InitReport | null; readonly onDemand: boolean }
  | { readonly kind: "restore" }
  | {
      readonly kind: "runtime-done";
      readonly requestId: string;
      readonly status: string;
      readonly errorType: string | null;
    }
  | { readonly kind: "fault"; readonly text: string }
  | { readonly kind: "logs-dropped"; readonly records: number }
  | { readonly kind: "other" };

type Fields = Readonly<Record<string, unknown>>;

/** Whether a message may be a JSON platform event: cheap, decides nothing by itself. */
export function looksLikePlatformEvent(message: string): boolean {
  return message.charCodeAt(0) === 123 && message.includes('"platform.');
}

/**
 * Reads `{"time","type":"platform.…","record"}`. Null where it is no such event.
 * Source: AWS Lambda guide, "Telemetry API event schema reference", and the JSON log format.
 */
export function parsePlatformEvent(message: string): PlatformEvent | null {
  let value: unknown;
  try {
    value = JSON.parse(message);
  } catch {
    return null;
  }
  if (!isFields(value)) return null;
  const type = text(value["type"]);
  if (type === null || !type.startsWith("platform.")) return null;
  const record = value["record"];
  const fields: Fields = isFields(record) ? record : {};
  const metrics = isFields(fields["metrics"]) ? fields["metrics"] : {};
  const requestId = text(fields["requestId"]);
  // Managed instances start environments ahead of need, and provisioned concurrency before traffic.
  const onDemand = (text(fields["initializationType"]) ?? "on-demand") === "on-demand";
  switch (type) {
    case "platform.report":
      return readReport(requestId, fields, metrics);
    case "platform.start":
      return requestId === null ? { kind: "other" } : { kind: "start", requestId };
    case "platform.initStart": {
      const region = regionOfRuntimeArn(text(fields["runtimeVersionArn"]) ?? "");
      return { kind: "init-start", region, functionName: text(fields["functionName"]), onDemand };
    }
    case "platform.initReport":
      return { kind: "init-report", init: readInit(fields, metrics), onDemand };
    case "platform.restoreStart":
    case "platform.restoreReport":
    case "platform.restoreRuntimeDone":
      return { kind: "restore" };
    case "platform.runtimeDone": {
      const status = text(fields["status"]) ?? "success";
      if (requestId === null) return { kind: "other" };
      return { kind: "runtime-done", requestId, status, errorType: text(fields["errorType"]) };
    }
    case "platform.fault":
      return { kind: "fault", text: text(record) ?? "" };
    case "platform.logsDropped":
      return { kind: "logs-dropped", records: number(fields["droppedRecords"]) ?? 0 };
    default:
      return { kind: "other" };
  }
}

function readReport(requestId: string | null, fields: Fields, metrics: Fields): PlatformEvent {
  const durationMs = number(metrics["durationMs"]);
  if (requestId === null || durationMs === null || durationMs > LONGEST_DURATION_MS)
    return { kind: "malformed-report" };
  const tracing = isFields(fields["tracing"]) ? text(fields["tracing"]["value"]) : null;
  const status = text(fields["status"]);
  return {
    kind: "report",
    report: {
      requestId,
      durationMs,
      billedDurationMs: number(metrics["billedDurationMs"]),
      memorySizeMb: number(metrics["memorySizeMB"]),
      maxMemoryUsedMb: number(metrics["maxMemoryUsedMB"]),
      initDurationMs: number(metrics["initDurationMs"]),
      restoreDurationMs: number(metrics["restoreDurationMs"]),
      billedRestoreDurationMs: number(metrics["billedRestoreDurationMs"]),
      status: status === "failure" ? "error" : status,
      errorType: text(fields["errorType"]),
      traceId: /Root=([^;]+)/.exec(tracing ?? "")?.[1] ?? null,
      sampled:
        tracing === null
          ? null
          : /Sampled=1/.test(tracing)
            ? true
            : /Sampled=0/.test(tracing)
              ? false
              : null,
    },
  };
}

function readInit(fields: Fields, metrics: Fields): InitReport | null {
  const status = text(fields["status"]);
  const durationMs = number(metrics["durationMs"]);
  if (durationMs === null) return null;
  return {
    durationMs,
    phase: text(fields["phase"]),
    status: status === "failure" ? "error" : status,
    errorType: text(fields["errorType"]),
  };
}

function isFields(value: unknown): value is Fields {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function text(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

function number(value: unknown): number | null {
  return typeof value === "number" && Number.isFinite(value) && value >= 0 ? value : null;
}
