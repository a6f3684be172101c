import { expect, test } from "vitest";
import { bootstrapInterval, bootstrapIntervalOf } from "./bootstrap.ts";
import { sfc32 } from "./seeded-random.ts";

const mean = (values: Float64Array): number => values.reduce((a, b) => a + b, 0) / values.length;
const normals = (count: number, random: () => number): number[] =>
  Array.from(
    { length: count },
    () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random()),
  );

// Efron and Tibshirani 1993, table 2.1: survival of mice, treated.
const mice = [94, 197, 16, 38, 99, 141, 23];

test("the bootstrap of the mouse data has the standard error of the book, 23.4", () => {
  const options = { confidence: 0.6826894921370859, resamples: 20_000, random: sfc32(1) };
  const { low, mid, high } = bootstrapInterval(mice, mean, options);
  expect(mid).toBeCloseTo(86.857142857, 8);
  // The book's plug-in value for endless resamples is 23.36: one standard error to each side.
  expect((high - low) / 2).toBeGreaterThan(22.9);
  expect((high - low) / 2).toBeLessThan(23.9);
});

test("the same seed gives the same interval, another seed another one", () => {
  const run = (seed: number): unknown =>
    bootstrapInterval(mice, mean, { confidence: 0.95, resamples: 200, random: sfc32(seed) });
  expect(run(4)).toEqual(run(4));
  expect(run(4)).not.toEqual(run(5));
});

test("a difference of means is held about as often as promised", () => {
  const random = sfc32(77);
  const runs = 300;
  let held = 0;
  for (let i = 0; i < runs; i++) {
    const samples = [normals(40, random), normals(50, random).map((x) => 3 + 2 * x)];
    const difference = (drawn: readonly Float64Array[]): number =>
      mean(drawn[1] ?? new Float64Array(0)) - mean(drawn[0] ?? new Float64Array(0));
    const options = { confidence: 0.9, resamples: 300, random };
    const { low, high } = bootstrapIntervalOf(samples, difference, options);
    if (low <= 3 && high >= 3) held++;
  }
  expect(held / runs).toBeGreaterThan(0.84);
  expect(held / runs).toBeLessThan(0.95);
});

test("blocks widen the interval of values that depend on their neighbours", () => {
  const random = sfc32(9);
  let level = 0;
  const values = normals(2_000, random).map((x) => (level = 0.9 * level + x));
  const width = (blockLength: number): number => {
    const options = { confidence: 0.95, resamples: 400, random: sfc32(2), blockLength };
    const { low, high } = bootstrapInterval(values, mean, options);
    return high - low;
  };
  // Theory for this series and endless blocks: sqrt((1 + 0.9) / (1 − 0.9)) = 4.4 times as wide.
  expect(width(100) / width(1)).toBeGreaterThan(3);
  expect(width(100) / width(1)).toBeLessThan(6);
});
