import { expect, test } from "vitest";
import { aDayOf, contextOf } from "../../../../test/advise-on.ts";
import { nearTimeout } from "./near-timeout.ts";

const found = (...logs: ReturnType<typeof aDayOf>[]) => nearTimeout.find(contextOf(...logs));
const timeout = (durationMs: number) => ({ status: "timeout" as const, durationMs });

test("true: 2.8 s where the logs show a timeout at 3 s", () => {
  const log = aDayOf(200, (i) => (i === 0 ? timeout(3_000) : i < 5 ? { durationMs: 2_800 } : {}));
  const [finding] = found(log);
  expect(finding?.evidence[0]).toContain("4 invocations");
  expect(finding?.severity).toBe("medium");
});

test("true: old timeouts, a little over the limit, mean the same limit", () => {
  const log = aDayOf(200, (i) =>
    i === 0 ? timeout(3_003.2) : i === 1 ? { durationMs: 2_701 } : {},
  );
  expect(found(log)[0]?.title).toBe("orders comes close to its timeout of 3 s");
});

test("true: among many values, kept in buckets", () => {
  const log = aDayOf(20_000, (i) =>
    i < 2 ? timeout(30_000) : i < 102 ? { durationMs: 29_000 } : {},
  );
  expect(found(log)[0]?.evidence[0]).toContain("100 invocations");
});

test("false: without a timeout in the logs nothing is known of the limit", () => {
  expect(found(aDayOf(200, () => ({ durationMs: 2_990 })))).toEqual([]);
});

test("false: the timeouts themselves are not near", () => {
  expect(found(aDayOf(200, (i) => (i < 20 ? timeout(3_000) : {})))).toEqual([]);
});

test("false: near a limit that was raised since", () => {
  const log = aDayOf(200, (i) =>
    i === 0 ? timeout(3_000) : i === 199 ? timeout(30_000) : { durationMs: 2_900 },
  );
  expect(found(log)).toEqual([]);
});

test("false: exactly 90 %", () => {
  const log = aDayOf(200, (i) => (i === 0 ? timeout(10_000) : { durationMs: 9_000 }));
  expect(found(log)).toEqual([]);
});
