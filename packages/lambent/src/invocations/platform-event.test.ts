import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { looksLikePlatformEvent, parsePlatformEvent } from "./platform-event.ts";

const ID = "8f5a1c9e-2f6b-4e0d-9c3a-5b7d1e2f3a4b";
const event = (type: string, record: unknown): string =>
  JSON.stringify({ time: "2026-03-04T05:06:07.089Z", type: `platform.${type}`, record });
const report = (metrics: object, more: object = {}): string =>
  event("report", { requestId: ID, metrics, ...more });

const PLAIN = {
  requestId: ID,
  durationMs: 1.234,
  billedDurationMs: null,
  memorySizeMb: null,
  maxMemoryUsedMb: null,
  initDurationMs: null,
  restoreDurationMs: null,
  billedRestoreDurationMs: null,
  status: null,
  errorType: null,
  traceId: null,
  sampled: null,
};

describe("platform.report", () => {
  test("says all that it says", () => {
    const message = report(
      {
        durationMs: 1.234,
        billedDurationMs: 2,
        memorySizeMB: 128,
        maxMemoryUsedMB: 66,
        initDurationMs: 116.67,
        restoreDurationMs: 5.5,
        billedRestoreDurationMs: 6,
      },
      {
        status: "error",
        errorType: "Runtime.ExitError",
        tracing: {
          spanId: "54565fb41ac79632",
          type: "X-Amzn-Trace-Id",
          value: "Root=1-62e900b2-710d76f009d6e7785905449a;Parent=0efbd19962d95b05;Sampled=1",
        },
      },
    );
    expect(parsePlatformEvent(message)).toEqual({
      kind: "report",
      report: {
        ...PLAIN,
        billedDurationMs: 2,
        memorySizeMb: 128,
        maxMemoryUsedMb: 66,
        initDurationMs: 116.67,
        restoreDurationMs: 5.5,
        billedRestoreDurationMs: 6,
        status: "error",
        errorType: "Runtime.ExitError",
        traceId: "1-62e900b2-710d76f009d6e7785905449a",
        sampled: true,
      },
    });
  });

  test("of a managed instance has a duration only", () => {
    expect(parsePlatformEvent(report({ durationMs: 1.234 }))).toEqual({
      kind: "report",
      report: PLAIN,
    });
  });

  test.each([
    ["failure", "error"],
    ["error", "error"],
    ["timeout", "timeout"],
    ["success", "success"],
  ])("status %s is %s", (printed, status) => {
    const found = parsePlatformEvent(report({ durationMs: 1.234 }, { status: printed }));
    expect(found).toMatchObject({ report: { status } });
  });

  test.each([
    ["Root=1-a-b;Parent=c;Sampled=0", "1-a-b", false],
    ["Root=1-a-b;Parent=c", "1-a-b", null],
    ["nothing", null, null],
  ])("trace %s", (value, traceId, sampled) => {
    const found = parsePlatformEvent(report({ durationMs: 1.234 }, { tracing: { value } }));
    expect(found).toMatchObject({ report: { traceId, sampled } });
  });

  test.each([
    event("report", { metrics: { durationMs: 1 } }),
    event("report", { requestId: ID, metrics: {} }),
    event("report", { requestId: ID, metrics: { durationMs: "1" } }),
    event("report", { requestId: ID, metrics: { durationMs: -1 } }),
    event("report", { requestId: ID, metrics: { durationMs: 366 * 86_400_000 + 1 } }),
    event("report", { requestId: ID, metrics: [1] }),
    event("report", { requestId: 7, metrics: { durationMs: 1 } }),
    event("report", null),
    event("report", "text"),
  ])("%s cannot be read", (message) => {
    expect(parsePlatformEvent(message)).toEqual({ kind: "malformed-report" });
  });
});

test.each([
  [event("start", { requestId: ID, version: "$LATEST" }), { kind: "start", requestId: ID }],
  [event("start", {}), { kind: "other" }],
  [
    event("initStart", {
      initializationType: "on-demand",
      functionName: "orders",
      runtimeVersionArn: "arn:aws:lambda:eu-west-3::runtime:0a",
    }),
    { kind: "init-start", region: "eu-west-3", functionName: "orders", onDemand: true },
  ],
  [
    event("initStart", { initializationType: "provisioned-concurrency" }),
    { kind: "init-start", region: null, functionName: null, onDemand: false },
  ],
  [
    event("initStart", { initializationType: "lambda-managed-instances", functionName: "orders" }),
    { kind: "init-start", region: null, functionName: "orders", onDemand: false },
  ],
  [
    event("initReport", {
      phase: "init",
      status: "failure",
      errorType: "Runtime.Unknown",
      metrics: { durationMs: 5 },
    }),
    {
      kind: "init-report",
      onDemand: true,
      init: { durationMs: 5, phase: "init", status: "error", errorType: "Runtime.Unknown" },
    },
  ],
  [event("initReport", { phase: "init" }), { kind: "init-report", init: null, onDemand: true }],
  [event("restoreStart", {}), { kind: "restore" }],
  [event("restoreRuntimeDone", {}), { kind: "restore" }],
  [event("restoreReport", { metrics: { durationMs: 9 } }), { kind: "restore" }],
  [
    event("runtimeDone", { requestId: ID, status: "timeout" }),
    { kind: "runtime-done", requestId: ID, status: "timeout", errorType: null },
  ],
  [
    event("runtimeDone", { requestId: ID }),
    { kind: "runtime-done", requestId: ID, status: "success", errorType: null },
  ],
  [event("runtimeDone", { status: "error" }), { kind: "other" }],
  [
    event("fault", `RequestId: ${ID} Process exited`),
    { kind: "fault", text: `RequestId: ${ID} Process exited` },
  ],
  [event("fault", { a: 1 }), { kind: "fault", text: "" }],
  [
    event("logsDropped", { droppedRecords: 12, reason: "x" }),
    { kind: "logs-dropped", records: 12 },
  ],
  [event("logsDropped", { droppedRecords: "many" }), { kind: "logs-dropped", records: 0 }],
  [event("extension", { name: "a", state: "Ready" }), { kind: "other" }],
  [event("telemetrySubscription", {}), { kind: "other" }],
  [event("neverHeardOf", {}), { kind: "other" }],
])("%s", (message, expected) => {
  expect(looksLikePlatformEvent(message)).toBe(true);
  expect(parsePlatformEvent(message)).toEqual(expected);
});

test.each([
  '{"type":"function","record":"platform.report"}',
  '{"type":"platform',
  '{"record":{"requestId":"a"}}',
  "[]",
  "null",
  "1",
  "",
  '{"message":"\\"platform.report\\""}',
])("%j is none", (message) => {
  expect(parsePlatformEvent(message)).toBeNull();
});

describe("hostile records", () => {
  const types = [
    "report",
    "start",
    "initStart",
    "initReport",
    "runtimeDone",
    "fault",
    "logsDropped",
  ];
  const keys = ["requestId", "metrics", "durationMs", "status", "tracing", "value", "errorType"];
  const hostile = fc.letrec((tie) => ({
    any: fc.oneof(
      fc.constantFrom(null, true, "", "x", -1, 0, 1.5, 1e308, "failure"),
      fc.array(tie("any"), { maxLength: 3 }),
      fc.dictionary(fc.constantFrom(...keys), tie("any"), { maxKeys: 7 }),
    ),
  })).any;

  test("never throw, and give finite figures of 0 or more", () => {
    fc.assert(
      fc.property(fc.constantFrom(...types), hostile, (type, record) => {
        const found = parsePlatformEvent(event(type, record));
        expect(found).not.toBeNull();
        if (found?.kind !== "report") return;
        expect(found.report.durationMs).toBeGreaterThanOrEqual(0);
        expect(Number.isFinite(found.report.durationMs)).toBe(true);
      }),
      { numRuns: 2_000 },
    );
  });

  test("however deep, they do not overflow the stack", () => {
    const deep = `${'{"a":['.repeat(100_000)}${"]}".repeat(100_000)}`;
    for (const type of types) parsePlatformEvent(`{"type":"platform.${type}","record":${deep}}`);
  });
});
