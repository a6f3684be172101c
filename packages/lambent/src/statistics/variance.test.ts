import fc from "fast-check";
import { expect, test } from "vitest";
import { RunningVariance } from "./variance.ts";

const running = (values: readonly number[]): RunningVariance => {
  const result = new RunningVariance();
  for (const value of values) result.add(value);
  return result;
};

test("mean and variance of 2, 4, 4, 4, 5, 5, 7, 9 are 5 and 32/7", () => {
  const { mean, variance } = running([2, 4, 4, 4, 5, 5, 7, 9]);
  expect(mean).toBe(5);
  expect(variance).toBeCloseTo(32 / 7, 14);
});

test("a large offset does not spoil the variance", () => {
  expect(running([1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16]).variance).toBe(30);
});

test("merged parts equal the whole", () => {
  const values = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 2 });
  fc.assert(
    fc.property(values, fc.nat(), (numbers, cut) => {
      const at = cut % (numbers.length + 1);
      const merged = running(numbers.slice(0, at));
      merged.merge(running(numbers.slice(at)));
      const mean = numbers.reduce((a, b) => a + b, 0) / numbers.length;
      const variance = numbers.reduce((a, b) => a + (b - mean) ** 2, 0) / (numbers.length - 1);
      expect(merged.count).toBe(numbers.length);
      expect(Math.abs(merged.mean - mean)).toBeLessThanOrEqual(1e-6);
      expect(Math.abs(merged.variance - variance)).toBeLessThanOrEqual(1e-3 + 1e-9 * variance);
    }),
  );
});

test("no values, no mean; one value, no variance", () => {
  expect(running([]).mean).toBeNaN();
  expect(running([1]).variance).toBeNaN();
});
