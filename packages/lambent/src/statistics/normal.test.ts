import { expect, test } from "vitest";
import { normalQuantile } from "./normal.ts";

test.each([
  [0.975, 1.959963984540054],
  [0.995, 2.5758293035489004],
  [0.6, 0.2533471031357997],
  [1e-10, -6.361340902404056],
  [0.9999995, 4.89163847571478],
  [0.5, 0],
])("quantile %d is %d (R's qnorm)", (p, expected) => {
  expect(normalQuantile(p)).toBeCloseTo(expected, 9);
});

test("only probabilities between 0 and 1", () => {
  for (const p of [0, 1, -1, Number.NaN]) expect(() => normalQuantile(p)).toThrow(RangeError);
});
