import { expect, test } from "vitest";
import { aDayOf, contextOf } from "../../../../test/advise-on.ts";
import { mostInvoked } from "./most-invoked.ts";

const found = (...logs: ReturnType<typeof aDayOf>[]) => mostInvoked.find(contextOf(...logs));
const log = (functionName: string, n: number, memorySizeMb = 1_024) =>
  aDayOf(n, () => ({ functionName, memorySizeMb }));

test("true: says what a millisecond is worth", () => {
  const [finding] = found(log("a", 3_000), log("b", 100), log("c", 100));
  expect(finding?.title).toBe("a is invoked most: 94 % of all invocations");
  expect(finding?.evidence[2]).toContain("is worth $0.0015 a month");
  expect(finding?.saving).toBeUndefined();
});

test("true: most invoked, not most expensive", () => {
  const [finding] = found(log("tiny", 5_000, 128), log("big", 1_000, 10_240), log("c", 1));
  expect(finding?.where).toEqual({ function: "tiny" });
});

test("true: also where the price is not known", () => {
  const elsewhere = aDayOf(2_000, () => ({ functionName: "a", region: "xx-nowhere-1" }));
  expect(found(elsewhere, log("b", 10), log("c", 10))[0]?.evidence).toHaveLength(1);
});

test("false: a single function is always the first", () => {
  expect(found(log("a", 3_000))).toEqual([]);
});

test("false: an even spread has no first", () => {
  expect(found(log("a", 1_500), log("b", 1_400), log("c", 1_300))).toEqual([]);
});

test("false: few invocations", () => {
  expect(found(log("a", 900), log("b", 1))).toEqual([]);
});
