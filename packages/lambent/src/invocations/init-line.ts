/** What INIT_REPORT says of one init phase. `invoke`: init was run again inside the invocation. */
export interface InitReport {
  readonly durationMs: number;
  readonly phase: string | null;
  readonly status: string | null;
  readonly errorType: string | null;
}

const KEY_VALUE = /(Init Duration|Phase|Status|Error Type):[ ]*([^\s]+)/g;
const DECIMAL = /^\d+(?:\.\d*)?$/;

/**
 * Reads `INIT_REPORT Init Duration: 1236.04 ms⇥Phase: init⇥Status: error⇥Error Type: X`.
 * Null where it is no such line, or its duration cannot be read.
 * Source: AWS Lambda guide, "Execution environment lifecycle", failures during the init phase.
 */
export function parseInitReport(message: string): InitReport | null {
  if (!message.startsWith("INIT_REPORT")) return null;
  const fields = new Map<string, string>();
  for (const [, key, value] of message.slice(0, 1_000).matchAll(KEY_VALUE))
    fields.set(key ?? "", value ?? "");
  const duration = fields.get("Init Duration") ?? "";
  const durationMs = DECIMAL.test(duration) ? Number(duration) : Number.NaN;
  if (!Number.isFinite(durationMs)) return null;
  return {
    durationMs,
    phase: fields.get("Phase") ?? null,
    status: fields.get("Status") ?? null,
    errorType: fields.get("Error Type") ?? null,
  };
}

const RUNTIME_ARN = /arn:aws[\w-]*:lambda:([a-z0-9-]+)::runtime:/;

/** Region named by the runtime version's ARN on an INIT_START line (or in `platform.initStart`). */
export function regionOfRuntimeArn(text: string): string | null {
  return RUNTIME_ARN.exec(text.slice(0, 1_000))?.[1] ?? null;
}
