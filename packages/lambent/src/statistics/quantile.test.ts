import { expect, test } from "vitest";
import { nearestRank, quantileOfSorted } from "./quantile.ts";

test.each([
  [0, 10, 1],
  [0.1, 10, 1],
  [0.11, 10, 2],
  [0.07, 100, 7],
  [0.95, 20, 19],
  [0.99, 1_000_000, 990_000],
  [1, 10, 10],
])("the %d quantile of %d values is at rank %d", (q, count, rank) => {
  expect(nearestRank(q, count)).toBe(rank);
});

test("the quantile is one of the values", () => {
  expect(quantileOfSorted([10, 20, 30, 40], 0.5)).toBe(20);
  expect(quantileOfSorted([10, 20, 30, 40], 0.51)).toBe(30);
  expect(quantileOfSorted([], 0.5)).toBeNaN();
  expect(() => nearestRank(Number.NaN, 3)).toThrow(RangeError);
});
