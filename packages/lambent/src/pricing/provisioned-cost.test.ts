import { expect, test } from "vitest";
import { pricesFor } from "./price-book.ts";
import { provisionedBreakEven } from "./provisioned-break-even.ts";
import { billedProvisionedMs, provisionedCost } from "./provisioned-cost.ts";
import type { RegionPrices } from "./region-prices.ts";

function x86(region: string): RegionPrices {
  const prices = pricesFor(region, "x86_64");
  if (prices === null) throw new Error(`no prices for ${region}`);
  return prices;
}

test("every started five minutes count in full", () => {
  expect([0, 1, 299_999, 300_000, 300_001].map(billedProvisionedMs)).toEqual([
    0, 300_000, 300_000, 300_000, 600_000,
  ]);
});

// AWS Lambda pricing page, "Provisioned Concurrency Pricing", example 2.
test("AWS's worked example, to the cent", () => {
  const cost = provisionedCost(
    {
      memorySizeMb: 4_096,
      concurrency: 7,
      enabledMs: 24 * 3_600_000,
      billedDurationMs: 2e6 * 280,
      requests: 2e6,
    },
    x86("us-east-1"),
  );
  expect(cost.idleUsd?.toFixed(2)).toBe("10.08");
  expect(cost.durationUsd?.toFixed(2)).toBe("21.78");
  expect(cost.requestUsd?.toFixed(2)).toBe("0.40");
  expect(cost.totalUsd?.toFixed(2)).toBe("32.26");
});

test("unknown prices make unknown costs", () => {
  const use = {
    memorySizeMb: 128,
    concurrency: 1,
    enabledMs: 1,
    billedDurationMs: 1,
    requests: 1,
  };
  const arm = pricesFor("eu-west-1", "arm64");
  expect(arm && provisionedCost(use, arm)).toEqual({
    idleUsd: null,
    durationUsd: null,
    requestUsd: 2e-7,
    totalUsd: null,
  });
});

test.each([
  ["us-east-1", 60],
  ["eu-north-1", 70],
  ["eu-west-1", 80],
  ["us-west-1", 94],
  ["eu-central-1", 101],
  ["ap-northeast-1", 131],
  ["sa-east-1", 562],
])("break-even in %s is %i %%", (region, percent) => {
  expect(Math.floor((provisionedBreakEven(x86(region)) ?? NaN) * 100 + 0.5)).toBe(percent);
});

test("at the break-even utilisation both ways cost the same", () => {
  for (const region of ["us-east-1", "eu-west-1", "us-west-1"]) {
    const prices = x86(region);
    const busyMs = 3_600_000 * (provisionedBreakEven(prices) ?? NaN);
    const provisioned = provisionedCost(
      {
        memorySizeMb: 1_024,
        concurrency: 1,
        enabledMs: 3_600_000,
        billedDurationMs: busyMs,
        requests: 0,
      },
      prices,
    );
    const onDemandUsd = (busyMs / 1_000) * (prices.gbSecondUsd[0] ?? NaN);
    expect(provisioned.totalUsd).toBeCloseTo(onDemandUsd, 12);
  }
});

test("break-even is unknown with a price, infinite where running is no cheaper", () => {
  const prices = x86("us-east-1");
  expect(provisionedBreakEven(x86("ca-west-1"))).toBeNull();
  expect(provisionedBreakEven({ ...prices, provisionedDurationGbSecondUsd: 0.00002 })).toBe(
    Number.POSITIVE_INFINITY,
  );
  expect(provisionedBreakEven(prices, 3)).toBeGreaterThan(1);
});
