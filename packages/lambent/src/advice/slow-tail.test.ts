import { expect, test } from "vitest";
import { aDayOf, contextOf } from "../../../../test/advise-on.ts";
import { slowTail } from "./slow-tail.ts";

const found = (...logs: ReturnType<typeof aDayOf>[]) => slowTail.find(contextOf(...logs));

test("true: 2 % take 3 s where the rest takes 100 ms", () => {
  const [finding] = found(aDayOf(1_000, (i) => (i % 50 === 0 ? { durationMs: 3_000 } : {})));
  expect(finding?.title).toContain("1 % of warm invocations take 3 s or more");
  // Above the 99th percentile nothing is longer; above the 95th, 2 % are longer by 2.9 s.
  expect(finding?.saving?.ms?.low).toBe(0);
  expect(finding?.saving?.ms?.high).toBeCloseTo(58, 0);
});

test("true: in buckets as well", () => {
  const [finding] = found(aDayOf(12_000, (i) => (i % 50 === 0 ? { durationMs: 12_000 } : {})));
  expect(finding?.severity).toBe("medium");
});

test("true: a tail that cold starts do not make", () => {
  const log = aDayOf(3_000, (i) =>
    i % 3 === 0 ? { coldStart: true } : i % 50 === 1 ? { durationMs: 2_000 } : {},
  );
  expect(found(log)).toHaveLength(1);
});

test("false: the slow ones are cold", () => {
  const log = aDayOf(2_000, (i) => (i % 20 === 0 ? { coldStart: true, durationMs: 3_000 } : {}));
  expect(found(log)).toEqual([]);
});

test("false: ten times as long, but only 90 ms more", () => {
  const log = aDayOf(1_000, (i) => ({ durationMs: i % 50 === 0 ? 100 : 10 }));
  expect(found(log)).toEqual([]);
});

test("false: the slow ones are timeouts", () => {
  const log = aDayOf(1_000, (i) => (i % 50 === 0 ? { status: "timeout", durationMs: 3_000 } : {}));
  expect(found(log)).toEqual([]);
});

test("false: too few to speak of a 99th percentile", () => {
  expect(found(aDayOf(900, (i) => (i % 50 === 0 ? { durationMs: 3_000 } : {})))).toEqual([]);
});
