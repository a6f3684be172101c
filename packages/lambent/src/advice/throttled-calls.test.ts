import { expect, test } from "vitest";
import { aDayOf, contextOf } from "../../../../test/advise-on.ts";
import type { FailureClass } from "../model/failure.ts";
import { throttledCalls } from "./throttled-calls.ts";

const found = (...logs: ReturnType<typeof aDayOf>[]) => throttledCalls.find(contextOf(...logs));
const failed = (failureClass: FailureClass) => ({
  status: "error" as const,
  failure: {
    class: failureClass,
    confidence: 0.9,
    runtime: null,
    errorType: null,
    message: null,
    evidence: [],
  },
});

test("true: a single one is told", () => {
  const [finding] = found(aDayOf(1_000, (i) => (i === 1 ? failed("throttle") : {})));
  expect(finding?.severity).toBe("medium");
  expect(finding?.evidence[0]).toBe(
    "1 invocation of 1,000 (0.1 %) met a refusal for too high a rate.",
  );
});

test("true: 1 % is high", () => {
  expect(found(aDayOf(100, (i) => (i === 1 ? failed("throttle") : {})))[0]?.severity).toBe("high");
});

test("true: met, but survived by a retry inside the invocation", () => {
  const log = aDayOf(1_000, (i) =>
    i === 1 ? { ...failed("throttle"), status: "success" as const } : {},
  );
  expect(found(log)).toHaveLength(1);
});

test("false: refused for lack of permission", () => {
  expect(found(aDayOf(100, () => failed("permission")))).toEqual([]);
});

test("false: errors without a class", () => {
  expect(found(aDayOf(100, () => ({ status: "error" as const })))).toEqual([]);
});

test("false: healthy", () => {
  expect(found(aDayOf(100, () => ({})))).toEqual([]);
});
