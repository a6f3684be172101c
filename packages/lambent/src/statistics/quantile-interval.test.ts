import { expect, test } from "vitest";
import { LogHistogram } from "./histogram.ts";
import { quantileDifference, quantileInterval } from "./quantile-interval.ts";
import { sfc32 } from "./seeded-random.ts";

const ranks = (count: number): LogHistogram => {
  const histogram = new LogHistogram();
  for (let i = 1; i <= count; i++) histogram.add(i);
  return histogram;
};

test.each([
  [100, 0.5, 0.95, 40, 61],
  [1000, 0.95, 0.95, 936, 964],
  [72, 0.95, 0.95, 64, 72],
  [30, 0.5, 0.99, 8, 23],
  [6, 0.5, 0.95, 1, 6],
])("ranks for n = %d, q = %d, %d confidence (R's qbinom)", (n, q, confidence, low, high) => {
  expect(quantileInterval(ranks(n), q, confidence)).toEqual({ low, mid: Math.ceil(n * q), high });
});

test("too few values give no interval", () => {
  expect(quantileInterval(ranks(5), 0.5, 0.95)).toBeNull();
  expect(quantileInterval(ranks(71), 0.95, 0.95)).toBeNull();
  expect(quantileInterval(new LogHistogram(), 0.5, 0.95)).toBeNull();
  expect(quantileDifference(null, { low: 1, mid: 2, high: 3 })).toBeNull();
});

test("values worth half their number have the ranks of half as many, stretched", () => {
  expect(quantileInterval(ranks(200), 0.5, 0.95, 100)).toEqual({ low: 80, mid: 100, high: 122 });
});

test("the error of buckets widens the interval", () => {
  const histogram = new LogHistogram();
  histogram.add(100, 20_000);
  const interval = quantileInterval(histogram, 0.5, 0.95);
  expect(interval?.low).toBeLessThan(99.3);
  expect(interval?.high).toBeGreaterThan(100.7);
});

test("the difference of two p95 is held about as often as promised, for a skewed distribution", () => {
  const random = sfc32(23);
  const exponential = (n: number, mean: number): LogHistogram => {
    const histogram = new LogHistogram();
    for (let i = 0; i < n; i++) histogram.add(-mean * Math.log(1 - random()));
    return histogram;
  };
  const truth = (120 - 100) * -Math.log(0.05);
  const runs = 1_000;
  let held = 0;
  for (let i = 0; i < runs; i++) {
    const before = quantileInterval(exponential(300, 100), 0.95, 0.95);
    const after = quantileInterval(exponential(200, 120), 0.95, 0.95);
    const interval = quantileDifference(before, after);
    if (interval !== null && interval.low <= truth && interval.high >= truth) held++;
  }
  expect(held / runs).toBeGreaterThan(0.94);
  expect(held / runs).toBeLessThan(0.99);
});
