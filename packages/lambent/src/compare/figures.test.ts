import { expect, test } from "vitest";
import { percent, rangeOf, sizeOf } from "./figures.ts";

test.each([
  [-23.4, "ms", "23 ms"],
  [1234.5, "ms", "1,235 ms"],
  [0.034, "ms", "0.034 ms"],
  [0, "ms", "0 ms"],
  [-0.015, "share", "1.5 points"],
  [1.204, "USD", "$1.20"],
  [-0.00123, "USD", "$0.0012"],
  [30, "MB", "30 MB"],
] as const)("the size of %d %s is %s", (difference, unit, expected) => {
  expect(sizeOf(difference, unit)).toBe(expected);
});

test.each([
  [-30.2, -15.4, "ms", "−30 to −15 ms"],
  [-33, 5.9, "ms", "−33 to +6 ms"],
  [-0.01, 0.002, "share", "−1.0 to +0.2 points"],
  [-0.5, 12, "USD", "−$0.50 to +$12.00"],
  [-0.001, 20, "ms", "0 to +20 ms"],
] as const)("%d to %d %s is %s", (low, high, unit, expected) => {
  expect(rangeOf(low, high, unit)).toBe(expected);
});

test("shares are signed", () => {
  expect([percent(-0.18), percent(0.003), percent(0)]).toEqual(["−18 %", "+0.30 %", "0 %"]);
});

test("ten thousand milliseconds and more are seconds", () => {
  expect(sizeOf(9_999, "ms")).toBe("9,999 ms");
  expect(sizeOf(-55_711, "ms")).toBe("56 s");
  expect(rangeOf(-55_711, 2_471, "ms")).toBe("−56 to +2 s");
});
