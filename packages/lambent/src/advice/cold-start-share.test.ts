import { expect, test } from "vitest";
import { aDayOf, contextOf } from "../../../../test/advise-on.ts";
import { coldStartShare } from "./cold-start-share.ts";

const found = (...logs: ReturnType<typeof aDayOf>[]) => coldStartShare.find(contextOf(...logs));
const cold = (initDurationMs: number, durationMs = 100) => ({
  coldStart: true,
  initDurationMs,
  durationMs,
  initBilled: true,
  billedDurationMs: Math.ceil(initDurationMs + durationMs),
});

test("true: 2 % cold with 900 ms of init: p99 with and without, mean wait, dollars", () => {
  const log = aDayOf(1_000, (i) => ({ memorySizeMb: 1_024, ...(i % 50 === 0 ? cold(900) : {}) }));
  const [finding] = found(log);
  expect(finding?.evidence[1]).toBe(
    "Init included, 99 % of invocations took at most 1 s; without the cold ones, 100 ms.",
  );
  expect(finding?.saving?.ms).toEqual({ low: 0, mid: 9, high: 18 });
  expect(finding?.saving?.basis).toBe("predicted");
  expect(finding?.saving?.usdPerMonth?.low).toBe(0);
  expect(finding?.saving?.usdPerMonth?.high).toBeCloseTo(20 * 0.9 * 30 * 0.0000166667, 9);
  expect(finding?.severity).toBe("high");
});

test("true: cold handlers are slower too, so it counts at the high end", () => {
  const log = aDayOf(1_000, (i) => (i % 50 === 0 ? cold(500, 600) : {}));
  const { low, high } = found(log)[0]?.saving?.ms ?? { low: 0, high: 0 };
  expect(low).toBe(0);
  expect(high).toBeCloseTo(20, 9);
});

test("true: nothing but cold starts", () => {
  const [finding] = found(aDayOf(10, () => cold(300)));
  expect(finding?.evidence[1]).toBe("No warm invocation was seen to compare with.");
});

test("true: SnapStart's restore counts as start-up", () => {
  const log = aDayOf(200, (i) =>
    i % 20 === 0
      ? {
          coldStart: true,
          restoreDurationMs: 400,
          billedRestoreDurationMs: 100,
          billedDurationMs: 200,
        }
      : {},
  );
  expect(found(log)[0]?.saving?.ms?.high).toBeCloseTo(20, 9);
});

test("false: exactly 1 %", () => {
  expect(found(aDayOf(1_000, (i) => (i % 100 === 0 ? cold(900) : {})))).toEqual([]);
});

test("false: two cold starts in a short log", () => {
  expect(found(aDayOf(20, (i) => (i < 2 ? cold(900) : {})))).toEqual([]);
});

test("false: of no invocation it is known", () => {
  expect(found(aDayOf(100, () => ({ coldStart: null })))).toEqual([]);
});

test("false: init ahead of time (provisioned) made nobody wait", () => {
  const log = aDayOf(100, () => ({ coldStart: false, initDurationMs: 900 }));
  expect(found(log)).toEqual([]);
});
