import fc from "fast-check";
import type { Failure } from "../model/failure.ts";
import type { Invocation } from "../model/invocation.ts";
import type { LogEvent } from "../model/log-event.ts";

const text = fc.oneof(
  fc.string({ unit: "binary", maxLength: 40 }),
  fc.constantFrom("", "orders", "exactly12byt", "exactly13byte", "ünïcödé".repeat(3), "\u0000"),
);
const maybe = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(value, { nil: null });
const duration = fc.oneof(
  fc.integer({ min: 0, max: 90_000_000 }).map((n) => n / 100),
  fc.double({ min: 0, max: 1e12, noNaN: true }),
);
const whole = fc.integer({ min: 0, max: 20_000_000 });
/** Milliseconds, of years 1900 to 2200. */
const time = fc.integer({ min: -2_208_988_800_000, max: 7_258_118_400_000 });

const anyFailure: fc.Arbitrary<Failure> = fc.record({
  class: fc.constantFrom("timeout", "out-of-memory", "unhandled-exception", "throttle"),
  confidence: fc.double({ min: 0, max: 1, noNaN: true }),
  runtime: maybe(fc.constantFrom("node", "python", "dotnet")),
  errorType: maybe(text),
  message: maybe(text),
  evidence: fc.array(text, { maxLength: 3 }),
});

export const anyInvocation: fc.Arbitrary<Invocation> = fc.record({
  requestId: text,
  functionName: maybe(text),
  logGroup: maybe(text),
  logStream: maybe(text),
  timestamp: maybe(time),
  status: fc.constantFrom("success", "error", "timeout"),
  errorType: maybe(text),
  coldStart: maybe(fc.boolean()),
  durationMs: duration,
  billedDurationMs: maybe(whole),
  memorySizeMb: maybe(whole),
  maxMemoryUsedMb: maybe(whole),
  initDurationMs: maybe(duration),
  initBilled: maybe(fc.boolean()),
  restoreDurationMs: maybe(duration),
  billedRestoreDurationMs: maybe(whole),
  traceId: maybe(text),
  sampled: maybe(fc.boolean()),
  architecture: maybe(fc.constantFrom("x86_64", "arm64")),
  region: maybe(text),
  billingIdentity: maybe(text),
  failure: maybe(anyFailure),
  costUsd: maybe(fc.double({ min: 0, max: 10, noNaN: true })),
});

export const anyLogEvent: fc.Arbitrary<LogEvent> = fc.record({
  message: text,
  timestamp: maybe(time),
  logGroup: maybe(text),
  logStream: maybe(text),
});
