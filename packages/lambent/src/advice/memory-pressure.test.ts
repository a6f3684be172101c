import { expect, test } from "vitest";
import { aDayOf, contextOf } from "../../../../test/advise-on.ts";
import { memoryPressure } from "./memory-pressure.ts";

const found = (...logs: ReturnType<typeof aDayOf>[]) => memoryPressure.find(contextOf(...logs));
const outOfMemory = {
  class: "out-of-memory" as const,
  confidence: 1,
  runtime: null,
  errorType: "Runtime.OutOfMemory",
  message: null,
  evidence: [],
};

test("true: out of memory is high, and the next size proposed", () => {
  const log = aDayOf(50, (i) =>
    i === 3 ? { status: "error", maxMemoryUsedMb: 128, failure: outOfMemory } : {},
  );
  const [finding] = found(log);
  expect(finding?.severity).toBe("high");
  expect(finding?.fix).toContain("MemorySize to 192 ");
  expect(finding?.evidence.join(" ")).toContain("1 invocation ran out of memory.");
});

test("true: all memory used by a healthy invocation is a suspicion of 0.5", () => {
  const [finding] = found(aDayOf(50, (i) => ({ maxMemoryUsedMb: i === 3 ? 128 : 60 })));
  expect(finding?.severity).toBe("medium");
  expect(finding?.evidence.join(" ")).toContain("Confidence that memory runs short: 50 %.");
  expect(finding?.saving).toBeUndefined();
});

test("true: 96 % in one environment is a faint suspicion", () => {
  const log = aDayOf(50, (i) => ({
    memorySizeMb: 1_000,
    maxMemoryUsedMb: i % 4 === 0 ? 960 : 100,
  }));
  const [finding] = found(log);
  expect(finding?.severity).toBe("low");
  expect(finding?.evidence[0]).toBe(
    "1 of 4 execution environments used more than 95 % of 1,000 MB; the fullest used 960 MB.",
  );
});

test("true: out of memory without any memory figure in the lines", () => {
  const log = aDayOf(5, () => ({
    status: "error" as const,
    failure: outOfMemory,
    memorySizeMb: null,
    maxMemoryUsedMb: null,
  }));
  expect(found(log)).toHaveLength(1);
});

test("true: the size that ran short is the one to raise, not the one used most", () => {
  const log = aDayOf(50, (i) =>
    i === 3 ? { status: "error", memorySizeMb: 1_024, failure: outOfMemory } : {},
  );
  expect(found(log)[0]?.fix).toContain("MemorySize to 1280 ");
});

test("false: exactly 95 % is not above it", () => {
  expect(found(aDayOf(50, () => ({ memorySizeMb: 1_000, maxMemoryUsedMb: 950 })))).toEqual([]);
});

test("false: 120 MB used is full at 128 MB, but these ran at 256 MB", () => {
  const log = aDayOf(50, (i) => ({ memorySizeMb: i === 0 ? 512 : 256, maxMemoryUsedMb: 120 }));
  expect(found(log)).toEqual([]);
});

test("false: errors of another kind, no memory figure", () => {
  const log = aDayOf(50, () => ({ status: "error" as const, maxMemoryUsedMb: null }));
  expect(found(log)).toEqual([]);
});

test("without log streams it speaks of no environments", () => {
  const [finding] = found(aDayOf(200, () => ({ maxMemoryUsedMb: 125, logStream: null })));
  expect(finding?.evidence[0]).toBe(
    "At most 125 MB of 128 MB were used; log streams, which tell environments apart, are not named.",
  );
  expect(finding?.evidence.join()).not.toContain("execution environment");
});
