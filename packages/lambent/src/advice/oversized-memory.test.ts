import { expect, test } from "vitest";
import { aDayOf, contextOf } from "../../../../test/advise-on.ts";
import type { Finding } from "../model/finding.ts";
import type { Invocation } from "../model/invocation.ts";
import { oversizedMemory } from "./oversized-memory.ts";

function findings(...logs: Invocation[][]): Finding[] {
  return oversizedMemory.find(contextOf(...logs));
}

const big = { memorySizeMb: 1_024, maxMemoryUsedMb: 200 };

test("true: 200 of 1,024 MB used proposes 220 MB and the exact bounds in dollars", () => {
  const [finding] = findings(aDayOf(1_000, () => ({ ...big, durationMs: 500 })));
  expect(finding?.title).toBe("orders has 1,024 MB and uses 200 MB");
  expect(finding?.fix).toContain("Set MemorySize to 220 ");
  const monthUsd = 1_000 * 30 * 0.5 * 0.0000166667;
  const { usdPerMonth, ms } = finding?.saving ?? {};
  expect(usdPerMonth?.high).toBeCloseTo(monthUsd * (1 - 220 / 1_024), 9);
  expect(usdPerMonth?.low).toBeCloseTo(-monthUsd * 0.04, 9);
  expect(ms?.high).toBe(0);
  expect(ms?.low).toBeCloseTo(-500 * ((1_024 / 220) * 1.04 - 1), 6);
});

test("true: the margin is at least 16 MB, and 128 MB the least size", () => {
  const [small] = findings(aDayOf(200, () => ({ memorySizeMb: 256, maxMemoryUsedMb: 120 })));
  expect(small?.fix).toContain("MemorySize to 136 ");
  const [least] = findings(aDayOf(200, () => ({ memorySizeMb: 256, maxMemoryUsedMb: 30 })));
  expect(least?.fix).toContain("MemorySize to 128 ");
});

test("true: without log streams, the greatest value of 100 invocations decides", () => {
  const log = aDayOf(100, (i) => ({
    ...big,
    logStream: null,
    maxMemoryUsedMb: i === 7 ? 300 : 90,
  }));
  expect(findings(log)[0]?.title).toContain("uses 300 MB");
  expect(findings(log)[0]?.fix).toContain("Set MemorySize to 330 ");
});

test("true: billed init falls with memory even in the worst case", () => {
  const log = aDayOf(1_000, () => ({
    ...big,
    coldStart: true,
    durationMs: 1,
    initDurationMs: 999,
    initBilled: true,
    billedDurationMs: 1_000,
  }));
  expect(findings(log)[0]?.saving?.usdPerMonth?.low).toBeGreaterThan(0);
});

test("true: a seen timeout keeps the size large enough for the slowest", () => {
  const log = aDayOf(1_000, (i) =>
    i === 0 ? { ...big, status: "timeout", durationMs: 3_000 } : { ...big, durationMs: 2_000 },
  );
  // 1,024 MB × 2,000 ms ÷ (0.9 × 3,000 ms)
  expect(findings(log)[0]?.fix).toContain("MemorySize to 759 ");
});

test("false: one environment in four that needs the memory forbids it", () => {
  const log = aDayOf(1_000, (i) => ({ ...big, maxMemoryUsedMb: i % 4 === 0 ? 900 : 100 }));
  expect(findings(log)).toEqual([]);
});

test("false: early low values of environments that grow to 850 MB", () => {
  const log = aDayOf(1_000, (i) => ({ ...big, maxMemoryUsedMb: Math.min(850, 100 + i) }));
  expect(findings(log)).toEqual([]);
});

test("false: something ran out of memory, though the maxima are low", () => {
  const failure = {
    class: "out-of-memory" as const,
    confidence: 0.9,
    runtime: null,
    errorType: null,
    message: null,
    evidence: [],
  };
  const log = aDayOf(1_000, (i) => (i === 3 ? { ...big, status: "error", failure } : big));
  expect(findings(log)).toEqual([]);
});

test("false: one environment in a few invocations is too little to judge", () => {
  expect(findings(aDayOf(20, () => big, 1))).toEqual([]);
});

test("false: 128 MB is the least there is", () => {
  expect(findings(aDayOf(500, () => ({ memorySizeMb: 128, maxMemoryUsedMb: 40 })))).toEqual([]);
});

test("no dollars where the logs cover less than an hour or the price is unknown", () => {
  const short = aDayOf(200, (i) => ({ ...big, timestamp: Date.UTC(2026, 0, 1) + i * 1_000 }));
  expect(findings(short)[0]?.saving?.usdPerMonth).toBeUndefined();
  const elsewhere = aDayOf(200, () => ({ ...big, region: "xx-nowhere-1" }));
  expect(findings(elsewhere)[0]?.saving?.usdPerMonth).toBeUndefined();
});

test("without log streams it speaks of no environments", () => {
  const [finding] = findings(aDayOf(200, () => ({ ...big, logStream: null })));
  expect(finding?.evidence[0]).toBe(
    "No invocation showed more than 200 MB used (20 % of 1,024 MB).",
  );
});
