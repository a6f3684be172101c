import { expect, test } from "vitest";
import { aDayOf, contextOf } from "../../../../test/advise-on.ts";
import { paidTimeouts } from "./paid-timeouts.ts";

const found = (...logs: ReturnType<typeof aDayOf>[]) => paidTimeouts.find(contextOf(...logs));
const GB_SECOND = 0.0000166667;

test("true: dollars are the billed timeouts, less what they would take otherwise", () => {
  const log = aDayOf(1_000, (i) =>
    i < 5
      ? { status: "timeout", durationMs: 30_000, memorySizeMb: 1_024 }
      : { durationMs: 1_000, memorySizeMb: 1_024 },
  );
  const [finding] = found(log);
  expect(finding?.severity).toBe("low");
  expect(finding?.saving?.usdPerMonth?.high).toBeCloseTo(5 * 30 * 30 * GB_SECOND, 9);
  expect(finding?.saving?.usdPerMonth?.mid).toBeCloseTo(5 * 29 * 30 * GB_SECOND, 9);
  expect(finding?.saving?.usdPerMonth?.low).toBeCloseTo(5 * 29 * 30 * GB_SECOND, 9);
});

test("true: 10 % is high, and a single one is told", () => {
  const log = aDayOf(10, (i) => (i === 0 ? { status: "timeout", durationMs: 3_000 } : {}));
  expect(found(log)[0]?.severity).toBe("high");
});

test("true: old timeouts are a little longer than the limit", () => {
  const log = aDayOf(100, (i) =>
    i < 3 ? { status: "timeout", durationMs: 3_003.17, billedDurationMs: 3_000 } : {},
  );
  expect(found(log)[0]?.evidence[0]).toContain(", after up to 3 s.");
});

test("true, but without dollars: nothing says what was billed", () => {
  const log = aDayOf(100, (i) => ({
    ...(i < 3 ? { status: "timeout" as const } : {}),
    billedDurationMs: null,
  }));
  expect(found(log)[0]?.saving).toBeUndefined();
});

test("false: slow invocations that ended well", () => {
  expect(found(aDayOf(100, () => ({ durationMs: 29_999 })))).toEqual([]);
});

test("false: errors are no timeouts", () => {
  expect(found(aDayOf(100, () => ({ status: "error" as const, durationMs: 3_000 })))).toEqual([]);
});

test("false: a successful invocation that the text of a client's timeout was found in", () => {
  const failure = {
    class: "timeout" as const,
    confidence: 0.6,
    runtime: null,
    errorType: null,
    message: "connect timed out",
    evidence: [],
  };
  expect(found(aDayOf(100, () => ({ failure })))).toEqual([]);
});
