import { expect, test } from "vitest";
import { aDayOf, contextOf } from "../../../../test/advise-on.ts";
import { heavyInit } from "./heavy-init.ts";

const found = (...logs: ReturnType<typeof aDayOf>[]) => heavyInit.find(contextOf(...logs));
const cold = (initDurationMs: number) => ({
  coldStart: true,
  initDurationMs,
  initBilled: true,
  billedDurationMs: 100 + initDurationMs,
  memorySizeMb: 1_024,
});

test("true: from nothing to an empty function's init, over all invocations", () => {
  const [finding] = found(aDayOf(1_000, (i) => (i % 10 === 0 ? cold(2_084) : {})));
  expect(finding?.saving?.ms?.low).toBe(0);
  expect(finding?.saving?.ms?.high).toBeCloseTo(200, 9);
  expect(finding?.saving?.basis).toBe("estimated");
  expect(finding?.saving?.how).toContain("docs/measurements.md");
  expect(finding?.saving?.usdPerMonth?.high).toBeCloseTo(100 * 2 * 30 * 0.0000166667, 9);
});

test("true: close to the 10 s limit is high", () => {
  expect(found(aDayOf(10, () => cold(6_000)))[0]?.severity).toBe("high");
});

test("true: init that is not billed has milliseconds and no dollars", () => {
  const log = aDayOf(100, () => ({ coldStart: true, initDurationMs: 1_500, initBilled: false }));
  const [finding] = found(log);
  expect(finding?.saving?.usdPerMonth).toBeUndefined();
  expect(finding?.saving?.ms?.high).toBeCloseTo(1_416, 9);
});

test("false: 900 ms in the median with one init of 9 s", () => {
  expect(found(aDayOf(11, (i) => cold(i === 0 ? 9_000 : 900)))).toEqual([]);
});

test("false: two inits are too few", () => {
  expect(found(aDayOf(100, (i) => (i < 2 ? cold(4_000) : {})))).toEqual([]);
});

test("false: a slow handler is no init", () => {
  expect(found(aDayOf(100, () => ({ coldStart: true, durationMs: 9_000 })))).toEqual([]);
});
