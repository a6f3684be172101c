import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readInsightsEvent } from "./insights-event.ts";

const FIELDS = {
  _aws: { Timestamp: 1_772_600_000_000, CloudWatchMetrics: [] },
  cold_start: true,
  cpu_total_time: 1_290,
  duration: 1_004,
  init_duration: 312,
  function_name: "orders",
  log_group_name: "/aws/lambda/orders",
  log_stream_name: "2026/03/04/[$LATEST]0a1b",
  request_id: "8f5a1c9e-2f6b-4e0d-9c3a-5b7d1e2f3a4b",
  total_memory: 512,
  used_memory_max: 120,
  billed_duration: 1_317,
  trace_id: "1-69a7c2a0-0123456789abcdef01234567",
};
const read = (fields: object | string, more: object = {}) =>
  readInsightsEvent({
    message: typeof fields === "string" ? fields : JSON.stringify(fields),
    timestamp: 1_772_600_000_001,
    logGroup: "/aws/lambda-insights",
    logStream: "orders",
    ...more,
  });

test("an event tells of its invocation", () => {
  expect(read(FIELDS)).toMatchObject({
    requestId: FIELDS.request_id,
    functionName: "orders",
    logGroup: "/aws/lambda/orders",
    logStream: FIELDS.log_stream_name,
    timestamp: 1_772_600_000_001,
    coldStart: true,
    durationMs: 1_004,
    initDurationMs: 312,
    billedDurationMs: 1_317,
    memorySizeMb: 512,
    maxMemoryUsedMb: 120,
    traceId: FIELDS.trace_id,
    billingIdentity: "lambda-insights",
  });
});

test.each([
  [{ cold_start: 1 }, true],
  [{ cold_start: 0 }, false],
  [{ cold_start: false }, false],
  [{ cold_start: undefined }, true],
  [{ cold_start: undefined, init_duration: undefined }, null],
  [{ cold_start: "yes", init_duration: -1 }, null],
])("%j: cold %s", (change, coldStart) => {
  expect(read({ ...FIELDS, ...change })?.coldStart).toBe(coldStart);
});

test("what it does not name is its own place, or unknown", () => {
  const { requestId, ...rest } = read({ cpu_total_time: 1, request_id: "a", duration: 3 }) ?? {};
  expect(requestId).toBe("a");
  expect(rest).toMatchObject({
    functionName: null,
    logGroup: "/aws/lambda-insights",
    logStream: "orders",
    billedDurationMs: null,
    memorySizeMb: null,
    maxMemoryUsedMb: null,
    initDurationMs: null,
    traceId: null,
  });
});

describe("what is none", () => {
  test.each([
    ["no request", { ...FIELDS, request_id: undefined }],
    ["an empty request", { ...FIELDS, request_id: "" }],
    ["no duration", { ...FIELDS, duration: undefined }],
    ["a negative duration", { ...FIELDS, duration: -1 }],
    ["a duration in words", { ...FIELDS, duration: "1004" }],
    ["no processor time", { ...FIELDS, cpu_total_time: undefined }],
    ["damaged JSON", JSON.stringify(FIELDS).slice(0, -1)],
    ["text", `cpu: "cpu_total_time"`],
    ["nothing", ""],
  ])("%s", (_, fields) => {
    expect(read(fields)).toBeNull();
  });
});

test("never throws, and gives finite figures of 0 or more", () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...Object.keys(FIELDS)), fc.jsonValue()),
      (change) => {
        for (const value of Object.values(read({ ...FIELDS, ...change }) ?? {})) {
          if (typeof value !== "number") continue;
          expect(Number.isFinite(value) && value >= 0).toBe(true);
        }
      },
    ),
    { numRuns: 1_000 },
  );
});
