import { expect, test } from "vitest";
import { aDayOf, contextOf } from "../../../../test/advise-on.ts";
import { mostErrors } from "./most-errors.ts";

const found = (...logs: ReturnType<typeof aDayOf>[]) => mostErrors.find(contextOf(...logs));
const failing = (every: number) => (i: number) =>
  i % every === 0 ? { status: "error" as const } : {};

test("true: 2 % is medium, 20 % is high", () => {
  expect(found(aDayOf(1_000, failing(50)))[0]?.severity).toBe("medium");
  expect(found(aDayOf(1_000, failing(5)))[0]?.severity).toBe("high");
});

test("true: every function over 1 % is named, the one with the most errors first", () => {
  const a = aDayOf(1_000, (i) => ({ functionName: "a", ...failing(50)(i) }));
  const b = aDayOf(1_000, (i) => ({ functionName: "b", ...failing(20)(i) }));
  expect(found(a, b).map((finding) => finding.title)).toEqual([
    "b has the most errors: 5 % of its invocations",
    "a fails in 2 % of its invocations",
  ]);
});

test("true: 100 errors are worth a word though they are 0.5 %", () => {
  expect(found(aDayOf(20_000, failing(200)))[0]?.severity).toBe("low");
});

test("true: timeouts count as errors", () => {
  expect(found(aDayOf(100, (i) => (i < 5 ? { status: "timeout" } : {})))).toHaveLength(1);
});

test("false: one failure of fifty is an accident", () => {
  expect(found(aDayOf(50, (i) => (i === 0 ? { status: "error" } : {})))).toEqual([]);
});

test("false: exactly 1 %", () => {
  expect(found(aDayOf(1_000, failing(100)))).toEqual([]);
});

test("false: 99 errors below 1 %", () => {
  expect(found(aDayOf(19_800, failing(200)))).toEqual([]);
});

test("false: a suspicion on a successful invocation is no error", () => {
  const failure = {
    class: "out-of-memory" as const,
    confidence: 0.5,
    runtime: null,
    errorType: null,
    message: null,
    evidence: [],
  };
  expect(found(aDayOf(100, () => ({ failure })))).toEqual([]);
});
