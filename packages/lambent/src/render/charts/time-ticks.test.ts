import fc from "fast-check";
import { expect, test } from "vitest";
import { timeTicks } from "./time-ticks.ts";

test("two weeks get days, an afternoon gets times", () => {
  const day = 86_400_000;
  const start = Date.UTC(2026, 9, 26);
  expect(timeTicks({ startMs: start, endMs: start + 14 * day }).map((tick) => tick.label)).toEqual([
    "26 Oct",
    "28 Oct",
    "30 Oct",
    "1 Nov",
    "3 Nov",
    "5 Nov",
    "7 Nov",
    "9 Nov",
  ]);
  const noon = start + day / 2;
  expect(
    timeTicks({ startMs: noon, endMs: noon + 6 * 3_600_000 }).map((tick) => tick.label),
  ).toEqual(["12:00", "13:00", "14:00", "15:00", "16:00", "17:00", "18:00"]);
});

test("years get months with their year", () => {
  const period = { startMs: Date.UTC(2020, 7, 20), endMs: Date.UTC(2026, 6, 9) };
  const labels = timeTicks(period).map((tick) => tick.label);
  expect(labels.length).toBeGreaterThan(4);
  for (const label of labels) expect(label).toMatch(/^[A-Z][a-z]{2} 202\d$/);
  expect(new Set(labels).size).toBe(labels.length);
});

test("any period has few ticks, in order, within it", () => {
  const instant = fc.integer({ min: 0, max: 4e12 });
  fc.assert(
    fc.property(instant, fc.integer({ min: 1, max: 1e12 }), (startMs, lengthMs) => {
      const ticks = timeTicks({ startMs, endMs: startMs + lengthMs }).map((tick) => tick.epochMs);
      expect(ticks.length).toBeLessThanOrEqual(9);
      expect(ticks.every((tick) => tick >= startMs && tick <= startMs + lengthMs)).toBe(true);
      expect(ticks.toSorted((a, b) => a - b)).toEqual(ticks);
    }),
  );
});
