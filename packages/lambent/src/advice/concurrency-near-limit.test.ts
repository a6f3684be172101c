import { expect, test } from "vitest";
import { aDayOf, contextOf } from "../../../../test/advise-on.ts";
import { concurrencyNearLimit } from "./concurrency-near-limit.ts";

const found = (...logs: ReturnType<typeof aDayOf>[]) =>
  concurrencyNearLimit.find(contextOf(...logs));
const at = Date.UTC(2026, 0, 1);
/** `n` environments that are busy at the same moment. */
const burst = (n: number, fields = {}) => aDayOf(n, () => ({ timestamp: at, ...fields }), n);

test("true: 850 at once", () => {
  expect(found(burst(850))[0]?.severity).toBe("medium");
});

test("true: 960 at once are high", () => {
  expect(found(burst(960))[0]?.title).toBe("orders runs 960 times at once");
  expect(found(burst(960))[0]?.severity).toBe("high");
});

test("true: short ones and long ones that overlap", () => {
  const log = aDayOf(
    900,
    (i) => (i % 2 === 0 ? { timestamp: at } : { timestamp: at + 500, durationMs: 600 }),
    900,
  );
  expect(found(log)[0]?.title).toBe("orders runs 900 times at once");
});

test("false: 799 at once", () => {
  expect(found(burst(799))).toEqual([]);
});

test("false: 900 environments one after the other", () => {
  expect(found(aDayOf(900, (i) => ({ timestamp: at + i * 100 }), 900))).toEqual([]);
});

test("false: one environment whose log lines have the same time", () => {
  expect(found(aDayOf(900, () => ({ timestamp: at }), 1))).toEqual([]);
});

test("false: 1,500 at once show that the limit was raised", () => {
  expect(found(burst(1_500))).toEqual([]);
});

test("false: nothing carries a time", () => {
  expect(found(burst(900, { timestamp: null }))).toEqual([]);
});
