import { expect, test } from "vitest";
import { sfc32 } from "./seeded-random.ts";

test("the same seed gives the same sequence, neighbouring seeds unrelated ones", () => {
  const take = (seed: number): number[] => {
    const random = sfc32(seed);
    return Array.from({ length: 1_000 }, () => random());
  };
  expect(take(1)).toEqual(take(1));
  const [a, b] = [take(1), take(2)];
  const covariance = a.reduce((sum, x, i) => sum + (x - 0.5) * ((b[i] ?? 0) - 0.5), 0) / 1_000;
  expect(Math.abs(covariance) * 12).toBeLessThan(0.1);
});

test("numbers are even over 0 to 1 (chi-square of 100 cells)", () => {
  const random = sfc32(42);
  const cells = new Float64Array(100);
  for (let i = 0; i < 100_000; i++) {
    const cell = Math.floor(random() * 100);
    cells[cell] = (cells[cell] ?? 0) + 1;
  }
  const chiSquare = cells.reduce((sum, n) => sum + (n - 1_000) ** 2 / 1_000, 0);
  // 99 degrees of freedom: 61 to 149 holds 99.8 %.
  expect(chiSquare).toBeGreaterThan(61);
  expect(chiSquare).toBeLessThan(149);
});
