import type { Invocation } from "../packages/lambent/src/model/invocation.ts";

/** A healthy warm invocation of 100 ms at 128 MB; a test gives what matters to it. */
export function sampleInvocation(fields: Partial<Invocation> = {}): Invocation {
  const durationMs = fields.durationMs ?? 100;
  return {
    requestId: "00000000-0000-4000-8000-000000000000",
    functionName: "orders",
    logGroup: "/aws/lambda/orders",
    logStream: "2026/01/01/[$LATEST]aaaa",
    timestamp: Date.UTC(2026, 0, 1),
    status: "success",
    errorType: null,
    coldStart: false,
    durationMs,
    billedDurationMs: Math.ceil(durationMs),
    memorySizeMb: 128,
    maxMemoryUsedMb: 60,
    initDurationMs: null,
    initBilled: null,
    restoreDurationMs: null,
    billedRestoreDurationMs: null,
    traceId: null,
    sampled: null,
    architecture: null,
    region: null,
    billingIdentity: null,
    failure: null,
    costUsd: null,
    ...fields,
  };
}
