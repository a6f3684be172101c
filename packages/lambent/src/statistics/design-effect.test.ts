import { expect, test } from "vitest";
import { designEffect } from "./design-effect.ts";
import { sfc32 } from "./seeded-random.ts";

test("two stretches by hand", () => {
  // Values 1, 1 and 3, 3: mean 2, sample variance 4/3, so 1/3 for the mean if independent.
  // Over stretches: 2/1 × ((2 − 4)² + (6 − 4)²) / 4² = 1.
  const blocks = [
    { count: 2, total: 2 },
    { count: 0, total: 0 },
    { count: 2, total: 6 },
  ];
  expect(designEffect(blocks, 4 / 3)).toBeCloseTo(3, 14);
});

test("1 where nothing can be said", () => {
  expect(designEffect([], 1)).toBe(1);
  expect(designEffect([{ count: 5, total: 5 }], 1)).toBe(1);
  expect(
    designEffect(
      [
        { count: 5, total: 5 },
        { count: 5, total: 9 },
      ],
      0,
    ),
  ).toBe(1);
});

test("about 1 for independent values, well above for values that share a level per stretch", () => {
  const random = sfc32(31);
  const effect = (shared: number): number => {
    const blocks = Array.from({ length: 60 }, () => {
      const level = shared * (random() - 0.5);
      let total = 0;
      for (let i = 0; i < 100; i++) total += level + random();
      return { count: 100, total };
    });
    return designEffect(blocks, (1 + shared ** 2) / 12);
  };
  expect(effect(0)).toBeLessThan(1.5);
  // (1/100 + 1) / ((1 + 1) / 100) = 50.5 for a shared part as large as the own one.
  expect(effect(1)).toBeGreaterThan(30);
  expect(effect(1)).toBeLessThan(75);
});
