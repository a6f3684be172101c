import { expect, test } from "vitest";
import { aDayOf, contextOf } from "../../../../test/advise-on.ts";
import { oversizedSingleThread } from "./oversized-single-thread.ts";

const found = (...logs: ReturnType<typeof aDayOf>[]) =>
  oversizedSingleThread.find(contextOf(...logs));

test("true: 3,008 MB with 200 MB used goes to one core", () => {
  const [finding] = found(aDayOf(500, () => ({ memorySizeMb: 3_008, maxMemoryUsedMb: 200 })));
  expect(finding?.fix).toContain("1,769 MB");
  const { low, high } = finding?.saving?.usdPerMonth ?? { low: Number.NaN, high: Number.NaN };
  const monthUsd = 500 * 30 * 0.1 * (3_008 / 1_024) * 0.0000166667;
  expect(high).toBeCloseTo(monthUsd * (1 - 1_769 / 3_008), 9);
  expect(low).toBeCloseTo(-0.04 * monthUsd, 9);
});

test("true: memory that needs more than one core's size is kept", () => {
  const [finding] = found(aDayOf(500, () => ({ memorySizeMb: 10_240, maxMemoryUsedMb: 4_000 })));
  expect(finding?.fix).toContain("MemorySize to 4400;");
});

test("true: it is a suspicion, and says so", () => {
  const [finding] = found(aDayOf(100, () => ({ memorySizeMb: 2_048, maxMemoryUsedMb: 90 }), 1));
  expect(finding?.severity).toBe("info");
  expect(finding?.evidence.join(" ")).toContain("confidence 50 %");
});

test("false: exactly one core", () => {
  expect(found(aDayOf(500, () => ({ memorySizeMb: 1_769, maxMemoryUsedMb: 90 })))).toEqual([]);
});

test("false: the memory itself is needed", () => {
  expect(found(aDayOf(500, () => ({ memorySizeMb: 3_008, maxMemoryUsedMb: 2_800 })))).toEqual([]);
});

test("false: all memory was used once", () => {
  const log = aDayOf(500, (i) => ({ memorySizeMb: 3_008, maxMemoryUsedMb: i === 9 ? 3_008 : 90 }));
  expect(found(log)).toEqual([]);
});

test("false: a step of 2 % is not worth a change", () => {
  expect(found(aDayOf(500, () => ({ memorySizeMb: 1_800, maxMemoryUsedMb: 90 })))).toEqual([]);
});

test("false: a small side version does not count, the size used most does", () => {
  const log = aDayOf(500, (i) => ({ memorySizeMb: i < 5 ? 3_008 : 512, maxMemoryUsedMb: 90 }));
  expect(found(log)).toEqual([]);
});
