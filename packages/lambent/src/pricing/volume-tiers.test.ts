import fc from "fast-check";
import { expect, test } from "vitest";
import { pricesFor, PRICED_REGIONS } from "./price-book.ts";
import { tieredComputeUsd, tierPrices } from "./volume-tiers.ts";

test("0.9 and 0.8 of tier 1 give the published prices of us-east-1", () => {
  expect(tierPrices(0.0000166667, "derived")).toEqual([0.0000166667, 0.000015, 0.0000133334]);
  expect(tierPrices(0.0000133334, "derived")).toEqual([0.0000133334, 0.0000120001, 0.0000106667]);
  expect(tierPrices(0.0000166667, "unknown")).toEqual([0.0000166667, null, null]);
  expect(tierPrices(null, "derived")).toEqual([null, null, null]);
});

test("each tier prices the part that falls in it", () => {
  const prices = { gbSecondUsd: [3, 2, 1], tierGbSeconds: [10, 30] } as const;
  expect([0, 10, 11, 30, 31].map((gbSeconds) => tieredComputeUsd(gbSeconds, prices))).toEqual([
    0, 30, 32, 70, 71,
  ]);
});

test("an unknown tier is unknown only once it is reached", () => {
  const prices = { gbSecondUsd: [3, null, null], tierGbSeconds: [10, 30] } as const;
  expect(tieredComputeUsd(10, prices)).toBe(30);
  expect(tieredComputeUsd(10.5, prices)).toBeNull();
});

const tiered = PRICED_REGIONS.flatMap((region) =>
  (["x86_64", "arm64"] as const).flatMap((architecture) => {
    const prices = pricesFor(region, architecture);
    return prices === null || prices.gbSecondUsd.includes(null) ? [] : [prices];
  }),
);
const use = fc.double({ min: 0, max: 4e10, noNaN: true });

test("the curve is continuous: it never rises faster than the first tier's price", () => {
  fc.assert(
    fc.property(fc.constantFrom(...tiered), use, use, (prices, a, b) => {
      const [low, high] = a < b ? [a, b] : [b, a];
      const rise = (tieredComputeUsd(high, prices) ?? NaN) - (tieredComputeUsd(low, prices) ?? NaN);
      expect(rise).toBeGreaterThanOrEqual(-1e-6);
      expect(rise).toBeLessThanOrEqual((high - low) * (prices.gbSecondUsd[0] ?? NaN) + 1e-6);
    }),
  );
});

test("the curve is concave: the middle costs at least the mean of the ends", () => {
  fc.assert(
    fc.property(fc.constantFrom(...tiered), use, use, (prices, a, b) => {
      const ends = (tieredComputeUsd(a, prices) ?? NaN) + (tieredComputeUsd(b, prices) ?? NaN);
      expect(tieredComputeUsd((a + b) / 2, prices)).toBeGreaterThanOrEqual(ends / 2 - 1e-6);
    }),
  );
});
