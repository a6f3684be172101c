import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sampleInvocation } from "../../../../test/sample-invocation.ts";
import type { FailureClass } from "../model/failure.ts";
import type { Invocation } from "../model/invocation.ts";
import { pricesFor } from "../pricing/price-book.ts";
import { LogMetrics, type SampleCaps } from "./log-metrics.ts";
import { summarise, type LogSummary } from "./summarise.ts";
import { transferables } from "./transferables.ts";

const START = Date.UTC(2026, 0, 1);
const FEW: SampleCaps = { requestIds: 8, spans: 8, environments: 3 };
const PLENTY: SampleCaps = { requestIds: 10_000, spans: 10_000, environments: 10_000 };

const nullOr = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.option(arbitrary, { nil: null, freq: 5 });
const ms = fc.integer({ min: 0, max: 40_000_000 }).map((us) => us / 1_000);

const invocations: fc.Arbitrary<Invocation> = fc
  .record({
    requestId: fc.integer({ min: 0, max: 60 }).map((n) => `0000-4000-8000-${n}`),
    functionName: nullOr(fc.constantFrom("a", "b")),
    region: nullOr(fc.constantFrom("eu-west-1", "xx-nowhere-1")),
    architecture: nullOr(fc.constantFrom("arm64" as const, "x86_64" as const)),
    logStream: nullOr(fc.integer({ min: 0, max: 20 }).map((n) => `stream ${n}`)),
    timestamp: nullOr(
      fc.oneof(
        fc.integer({ min: START, max: START + 3_600_000 }),
        fc.integer({ min: START, max: START + 90 * 86_400_000 }),
      ),
    ),
    status: fc.constantFrom("success" as const, "error" as const, "timeout" as const),
    coldStart: nullOr(fc.boolean()),
    durationMs: ms,
    billedDurationMs: nullOr(fc.integer({ min: 0, max: 900_000 })),
    memorySizeMb: nullOr(fc.constantFrom(128, 512, 10_240)),
    maxMemoryUsedMb: nullOr(fc.integer({ min: 30, max: 10_240 })),
    initDurationMs: nullOr(ms),
    initBilled: nullOr(fc.boolean()),
    failureClass: nullOr(
      fc.constantFrom<FailureClass>("timeout", "out-of-memory", "throttle", "permission"),
    ),
  })
  .map(({ failureClass, ...fields }) =>
    sampleInvocation({
      ...fields,
      failure:
        failureClass === null
          ? null
          : {
              class: failureClass,
              confidence: 1,
              runtime: null,
              errorType: null,
              message: null,
              evidence: [],
            },
    }),
  );

function summaryOf(log: LogMetrics): LogSummary {
  return summarise(log, {
    assumedRegion: "us-east-1",
    assumedArchitecture: "x86_64",
    prices: pricesFor,
  });
}

/** What a reader sees; the accumulators themselves may be laid out differently. */
function visible(log: LogMetrics): unknown {
  const { functions, ...rest } = summaryOf(log);
  return structuredClone({ ...rest, functions: functions.map(({ summary }) => summary) });
}

function metricsOf(list: readonly Invocation[], caps: SampleCaps): LogMetrics {
  const log = new LogMetrics(caps);
  for (const invocation of list) log.add(invocation);
  return log;
}

describe("LogMetrics", () => {
  for (const [name, caps] of [
    ["all kept", PLENTY],
    ["thinned", FEW],
    ["spans thinned", { ...FEW, environments: 12 }],
    ["environments thinned", { ...FEW, spans: 30 }],
  ] as const) {
    test(`order, partition and merge order do not matter (${name})`, () => {
      fc.assert(
        fc.property(
          fc.array(fc.tuple(invocations, fc.integer({ min: 0, max: 3 }), fc.nat()), {
            maxLength: 80,
          }),
          fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
          (rows, mergeOrder) => {
            const whole = metricsOf(
              rows.map(([invocation]) => invocation),
              caps,
            );
            const shuffled = rows.toSorted((a, b) => a[2] - b[2]);
            const parts = [0, 1, 2, 3].map((part) =>
              metricsOf(
                shuffled.filter((row) => row[1] === part).map(([invocation]) => invocation),
                caps,
              ),
            );
            const merged = new LogMetrics(caps);
            for (const part of mergeOrder) {
              const state = (parts[part] as LogMetrics).toState();
              const sent = structuredClone(state, { transfer: transferables(state) });
              merged.merge(LogMetrics.fromState(sent, caps));
            }
            expect(visible(merged)).toStrictEqual(visible(whole));
          },
        ),
        { numRuns: 80 },
      );
    });
  }

  test("reading a part on after sending its state does not change what was sent", () => {
    const first = metricsOf([sampleInvocation()], PLENTY);
    const sent = LogMetrics.fromState(structuredClone(first.toState()));
    first.add(sampleInvocation({ durationMs: 5_000 }));
    expect(summaryOf(sent).functions[0]?.summary.durationMs.max).toBe(100);
    expect(summaryOf(first).functions[0]?.summary.durationMs.max).toBe(5_000);
  });

  test("merging does not change what is merged from", () => {
    const a = metricsOf([sampleInvocation({ requestId: "0000000000-a" })], PLENTY);
    const b = metricsOf([sampleInvocation({ requestId: "0000000000-b" })], PLENTY);
    const before = visible(b);
    a.merge(b);
    a.add(sampleInvocation());
    expect(visible(b)).toStrictEqual(before);
    expect(summaryOf(a).totals.invocations).toBe(3);
  });

  test("hostile figures neither crash nor poison the sums", () => {
    const log = new LogMetrics();
    for (const value of [Number.NaN, -1, Infinity, 1e300]) {
      log.add(
        sampleInvocation({
          durationMs: value,
          billedDurationMs: value,
          timestamp: value,
          initDurationMs: value,
          maxMemoryUsedMb: value,
          status: "timeout",
        }),
      );
    }
    log.add(sampleInvocation());
    const { totals, functions } = summaryOf(log);
    expect(totals.invocations).toBe(5);
    expect(Number.isFinite(totals.gbSeconds)).toBe(true);
    expect(functions[0]?.summary.durationMs.p50).toBeGreaterThan(0);
  });
});
