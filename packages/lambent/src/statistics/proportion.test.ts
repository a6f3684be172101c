import { expect, test } from "vitest";
import { proportionDifference, proportionInterval } from "./proportion.ts";
import { sfc32 } from "./seeded-random.ts";

test.each([
  [81, 263, 0.2552885198782742, 0.36620957698280004],
  [15, 148, 0.06238639953073629, 0.16048724172330803],
  [0, 20, 0, 0.16112515805281935],
  [1, 29, 0.006113214292762667, 0.17175521879320282],
  [29, 29, 0.8830302015002592, 1],
])("%d of %d (Newcombe 1998a, table I)", (successes, trials, low, high) => {
  const interval = proportionInterval({ successes, trials }, 0.95);
  expect(interval.low).toBeCloseTo(low, 12);
  expect(interval.mid).toBe(successes / trials);
  expect(interval.high).toBeCloseTo(high, 12);
});

test.each([
  [48, 80, 56, 70, 0.0524, 0.3339],
  [3, 10, 9, 10, 0.1705, 0.809],
  [2, 7, 6, 7, 0.0582, 0.8062],
  [0, 29, 5, 56, -0.0381, 0.1926],
  [0, 20, 0, 10, -0.1611, 0.2775],
])("from %d/%d to %d/%d (Newcombe 1998b, table II, method 10)", (x1, n1, x2, n2, low, high) => {
  const before = { successes: x1, trials: n1 };
  const after = { successes: x2, trials: n2 };
  const interval = proportionDifference(before, after, 0.95);
  expect(interval.low).toBeCloseTo(low, 4);
  expect(interval.high).toBeCloseTo(high, 4);
  expect(interval.mid).toBeCloseTo(x2 / n2 - x1 / n1, 14);
});

test("nothing observed has no interval", () => {
  expect(() => proportionInterval({ successes: 0, trials: 0 }, 0.95)).toThrow(RangeError);
  expect(() => proportionInterval({ successes: 2, trials: 1 }, 0.95)).toThrow(RangeError);
});

test("the interval of a difference holds the true difference about as often as promised", () => {
  const random = sfc32(11);
  const draw = (p: number, n: number): number => {
    let hits = 0;
    for (let i = 0; i < n; i++) if (random() < p) hits++;
    return hits;
  };
  const runs = 2_000;
  let held = 0;
  for (let i = 0; i < runs; i++) {
    const before = { successes: draw(0.02, 150), trials: 150 };
    const after = { successes: draw(0.06, 100), trials: 100 };
    const { low, high } = proportionDifference(before, after, 0.95);
    if (low <= 0.04 && high >= 0.04) held++;
  }
  expect(held / runs).toBeGreaterThan(0.93);
  expect(held / runs).toBeLessThan(0.985);
});
