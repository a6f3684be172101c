import { expect, test } from "vitest";
import { aDayOf, contextOf } from "../../../../test/advise-on.ts";
import { longRunning } from "./long-running.ts";

const found = (...logs: ReturnType<typeof aDayOf>[]) => longRunning.find(contextOf(...logs));

test("true: one of a hundred took 25 s", () => {
  const [finding] = found(aDayOf(100, (i) => (i === 1 ? { durationMs: 25_000 } : {})));
  expect(finding?.evidence[0]).toContain("1 of 100 invocations (1 %)");
  expect(finding?.severity).toBe("info");
});

test("true: most of them", () => {
  expect(found(aDayOf(100, () => ({ durationMs: 344_356.22 })))[0]?.severity).toBe("medium");
});

test("true: long ones beside timeouts", () => {
  const log = aDayOf(100, (i) =>
    i < 5 ? { status: "timeout", durationMs: 60_000 } : { durationMs: i < 20 ? 40_000 : 100 },
  );
  const [finding] = found(log);
  expect(finding?.evidence).toContain("5 of them timed out.");
  expect(finding?.severity).toBe("low");
});

test("false: exactly 20 s", () => {
  expect(found(aDayOf(100, () => ({ durationMs: 20_000 })))).toEqual([]);
});

test("false: a long init before a short handler", () => {
  const log = aDayOf(100, () => ({ initDurationMs: 25_000, coldStart: true }));
  expect(found(log)).toEqual([]);
});

test("false: only timeouts are long", () => {
  const log = aDayOf(100, (i) => (i < 9 ? { status: "timeout", durationMs: 60_000 } : {}));
  expect(found(log)).toEqual([]);
});
