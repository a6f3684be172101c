import { expect, test } from "vitest";
import { meanDifference, meanInterval, meanOf } from "./mean-interval.ts";
import { sfc32 } from "./seeded-random.ts";

const estimate = (values: readonly number[]): ReturnType<typeof meanOf> => {
  const count = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / count;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (count - 1);
  return meanOf(count, mean, variance);
};

// Cushny and Peebles 1905, the `sleep` data of R: t.test(extra ~ group).
const drug1 = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
const drug2 = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];

test("Welch's interval of the sleep data is that of R", () => {
  const interval = meanDifference(estimate(drug2), estimate(drug1), 0.95);
  expect(interval.low).toBeCloseTo(-3.3654832307117104, 9);
  expect(interval.mid).toBeCloseTo(-1.58, 12);
  expect(interval.high).toBeCloseTo(0.20548323071171137, 9);
});

test("one mean has Student's interval", () => {
  const interval = meanInterval(estimate(drug1), 0.95);
  expect(interval.high - interval.mid).toBeCloseTo(
    2.2621571628 * Math.sqrt(3.2005555555555554 / 10),
    8,
  );
});

test("equal values have an interval without width", () => {
  const interval = meanDifference(estimate([3, 3, 3]), estimate([5, 5, 5]), 0.99);
  expect(interval).toEqual({ low: 2, mid: 2, high: 2 });
});

test("the interval holds the true difference as often as promised, with unlike variances", () => {
  const random = sfc32(5);
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  const runs = 2_000;
  let held = 0;
  for (let i = 0; i < runs; i++) {
    const before = estimate(Array.from({ length: 12 }, () => 100 + normal()));
    const after = estimate(Array.from({ length: 30 }, () => 110 + 8 * normal()));
    const { low, high } = meanDifference(before, after, 0.9);
    if (low <= 10 && high >= 10) held++;
  }
  expect(held / runs).toBeGreaterThan(0.88);
  expect(held / runs).toBeLessThan(0.92);
});
