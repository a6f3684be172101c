import { expect, test } from "vitest";
import { aDayOf, contextOf } from "../../../../test/advise-on.ts";
import { requestFeeBound } from "./request-fee-bound.ts";

const found = (...logs: ReturnType<typeof aDayOf>[]) => requestFeeBound.find(contextOf(...logs));

test("true: 5 ms at 128 MB cost 1.04e-8 to run and 2e-7 to invoke", () => {
  const [finding] = found(aDayOf(10_000, () => ({ durationMs: 5 })));
  expect(finding?.evidence[0]).toContain("95 % of its cost");
  expect(finding?.saving?.usdPerMonth).toEqual({
    low: 0,
    mid: expect.closeTo(0.027, 9),
    high: expect.closeTo(0.054, 9),
  });
  expect(finding?.saving?.how).toContain("row batch-of-ten");
});

test("true: just over half", () => {
  // 2e-7 dollars buy 95.99 ms at 128 MB.
  expect(found(aDayOf(1_000, () => ({ durationMs: 95 })))).toHaveLength(1);
});

test("true: larger memory, shorter duration", () => {
  expect(found(aDayOf(1_000, () => ({ durationMs: 2, memorySizeMb: 3_008 })))).toHaveLength(1);
});

test("false: just under half", () => {
  expect(found(aDayOf(1_000, () => ({ durationMs: 96 })))).toEqual([]);
});

test("false: short, but with an init that is billed", () => {
  const log = aDayOf(1_000, () => ({ durationMs: 5, initBilled: true, billedDurationMs: 905 }));
  expect(found(log)).toEqual([]);
});

test("false: billed by the 100 ms, as before December 2020", () => {
  expect(found(aDayOf(1_000, () => ({ durationMs: 5, billedDurationMs: 100 })))).toEqual([]);
});

test("false: few invocations, or no known price", () => {
  expect(found(aDayOf(999, () => ({ durationMs: 5 })))).toEqual([]);
  expect(found(aDayOf(5_000, () => ({ durationMs: 5, region: "xx-nowhere-1" })))).toEqual([]);
});
