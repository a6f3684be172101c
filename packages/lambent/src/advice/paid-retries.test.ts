import { expect, test } from "vitest";
import { aDayOf, contextOf } from "../../../../test/advise-on.ts";
import { paidRetries } from "./paid-retries.ts";

const found = (...logs: ReturnType<typeof aDayOf>[]) => paidRetries.find(contextOf(...logs));
/** Three deliveries of each of the first events; the others come once. */
const retried = (events: number) => (i: number) =>
  i < events * 3
    ? { requestId: `event 00000000-0000-4000-${Math.floor(i / 3)}`, status: "error" as const }
    : {};

test("true: two of three deliveries are retries, at the mean price", () => {
  const log = aDayOf(1_000, (i) => ({ ...retried(10)(i), memorySizeMb: 1_024 }));
  const [finding] = found(log);
  expect(finding?.evidence[0]).toContain("20 of 1,000 invocations");
  const one = 0.1 * 0.0000166667 + 2e-7;
  expect(finding?.saving?.usdPerMonth?.mid).toBeCloseTo(20 * one * 30, 9);
});

test("true: failed ones that are dearer open the interval", () => {
  const log = aDayOf(1_000, (i) => ({
    ...retried(10)(i),
    memorySizeMb: 1_024,
    durationMs: i < 30 ? 1_000 : 100,
  }));
  const usd = found(log)[0]?.saving?.usdPerMonth;
  expect(usd?.low).toBeCloseTo(20 * (0.1 * 0.0000166667 + 2e-7) * 30, 9);
  expect(usd?.high).toBeCloseTo(20 * (0.0000166667 + 2e-7) * 30, 9);
});

test("true: every third invocation or more is high", () => {
  expect(found(aDayOf(30, retried(10)))[0]?.severity).toBe("high");
});

test("false: failures that nobody retried", () => {
  expect(found(aDayOf(1_000, () => ({ status: "error" as const })))).toEqual([]);
});

test("false: Node's `undefined` is no request id", () => {
  const log = aDayOf(100, () => ({ requestId: "undefined", status: "error" as const }));
  expect(found(log)).toEqual([]);
});

test("false: the same id in two functions", () => {
  const shared = (functionName: string) =>
    aDayOf(10, (i) => ({ functionName, requestId: `shared 00000000-0000-4000-${i}` }));
  expect(found(shared("a"), shared("b"))).toEqual([]);
});

test("false: two in ten thousand", () => {
  expect(found(aDayOf(10_000, retried(1)))).toEqual([]);
});
