import fc from "fast-check";
import { expect, test } from "vitest";
import { gbSeconds } from "../model/memory.ts";
import { FREE_TIER, freeShare } from "./free-tier.ts";
import { monthlyBill } from "./monthly-bill.ts";
import type { MonthlyUse } from "./monthly-use.ts";
import { chargedStreamingGb } from "./streaming-cost.ts";

const NO_FREE_TIER = { requests: 0, gbSeconds: 0, streamingGb: 0 };
const virginia = { region: "us-east-1", architecture: "x86_64" } as const;

test("the free GB-seconds are 3,200,000 seconds at 128 MB", () => {
  expect(gbSeconds(128, 3_200_000 * 1_000)).toBe(FREE_TIER.gbSeconds);
  const use = { ...virginia, requests: 0, gbSeconds: gbSeconds(128, 3_200_000_000) };
  expect(monthlyBill([use]).payableUsd).toBeCloseTo(0, 9);
  const oneMore = { ...use, gbSeconds: gbSeconds(128, 3_200_001_000) };
  expect(monthlyBill([oneMore]).payableUsd).toBeCloseTo(0.125 * 0.0000166667, 9);
});

// AWS Lambda pricing page, example 1.
test("AWS's mobile backend: $2.73", () => {
  const bill = monthlyBill([
    { ...virginia, requests: 3e6, gbSeconds: gbSeconds(1_536, 3e6 * 120) },
  ]);
  expect(bill.payableUsd?.toFixed(2)).toBe("2.73");
  expect(bill.totalUsd?.toFixed(2)).toBe("9.60");
  expect(bill.freeTier).toMatchObject({ requests: 1e6, gbSeconds: 400_000, streamingGb: 0 });
  expect(bill.freeTier.coversUsd?.toFixed(2)).toBe("6.87");
});

// The same page, example 2, which has no free tier.
test("AWS's telemetry: $249.49", () => {
  const use = { ...virginia, requests: 7.44e6, gbSeconds: gbSeconds(1_024, 7.44e6 * 2_000) };
  expect(monthlyBill([use], NO_FREE_TIER).payableUsd?.toFixed(2)).toBe("249.49");
});

// The same page, example 3.
test("AWS's support tickets with storage: $106.41", () => {
  const bill = monthlyBill([
    {
      ...virginia,
      requests: 6e6,
      gbSeconds: gbSeconds(4_096, 6e6 * 280),
      ephemeralGbSeconds: 2_520_000,
    },
  ]);
  expect(bill.payableUsd?.toFixed(2)).toBe("106.41");
});

// The same page, "Provisioned Concurrency Pricing", example 1: 8 hours of 100 environments.
test("AWS's launch day with provisioned concurrency: $19.96, free tier on the rest only", () => {
  const bill = monthlyBill([
    {
      ...virginia,
      requests: 2.5e6,
      gbSeconds: gbSeconds(1_536, 2.5e6 * 120),
      provisioned: {
        readyGbSeconds: gbSeconds(1_536, 100 * 8 * 3_600_000),
        gbSeconds: gbSeconds(1_536, 500_000 * 100),
        requests: 500_000,
      },
    },
  ]);
  expect(bill.payableUsd?.toFixed(2)).toBe("19.96");
});

test("provisioned concurrency is never free", () => {
  const bill = monthlyBill([
    {
      ...virginia,
      requests: 0,
      gbSeconds: 0,
      provisioned: { readyGbSeconds: 100, gbSeconds: 100, requests: 100 },
    },
  ]);
  expect(bill.freeTier.coversUsd).toBe(0);
  expect(bill.payableUsd).toBeCloseTo(100 * (0.0000041667 + 0.0000097222 + 2e-7), 12);
});

// The same page, "SnapStart Pricing".
test("AWS's telemetry with SnapStart: $263.92", () => {
  const bill = monthlyBill(
    [
      {
        ...virginia,
        requests: 7.44e6,
        gbSeconds: 14.88e6,
        snapStart: { cacheGbSeconds: 2_678_400, restoredGb: 74_400 },
      },
    ],
    NO_FREE_TIER,
  );
  expect(bill.payableUsd?.toFixed(2)).toBe("263.92");
});

// The same page, "Lambda HTTP Response Stream Pricing"; its 100 free GB are used up elsewhere.
// AWS adds parts that it has rounded, 30.83 + 0.40 + 7.81 = $39.04; unrounded they are $39.0459.
test("AWS's streamed pages", () => {
  const use = {
    ...virginia,
    requests: 3e6,
    gbSeconds: gbSeconds(1_536, 3e6 * 500),
    streamingGb: chargedStreamingGb(7, 1e6) + chargedStreamingGb(0.1, 2e6),
  };
  const bill = monthlyBill([use], { ...FREE_TIER, streamingGb: 0 });
  expect(bill.lines[0]?.streamingUsd?.toFixed(2)).toBe("7.81");
  expect(bill.payableUsd?.toFixed(4)).toBe("39.0459");
  expect(monthlyBill([use]).freeTier.streamingGb).toBe(100);
});

test("tiers count per region and architecture, the free tier once for all", () => {
  const both = { requests: 1e6, gbSeconds: 7e9 };
  const bill = monthlyBill([
    { ...both, ...virginia },
    { ...both, region: "us-east-1", architecture: "arm64" },
    { ...both, region: "us-west-2", architecture: "x86_64" },
  ]);
  expect(bill.lines.map((line) => line.computeUsd?.toFixed(0))).toEqual([
    (6e9 * 0.0000166667 + 1e9 * 0.000015).toFixed(0),
    (7e9 * 0.0000133334).toFixed(0),
    (6e9 * 0.0000166667 + 1e9 * 0.000015).toFixed(0),
  ]);
  expect(bill.freeTier).toMatchObject({ requests: 1e6, gbSeconds: 400_000 });
});

test("an unpriced region with use makes the sum unknown, and the other lines stay", () => {
  const bill = monthlyBill([
    { ...virginia, requests: 1, gbSeconds: 1 },
    { region: "mx-central-1", architecture: "x86_64", requests: 1, gbSeconds: 1 },
  ]);
  expect(bill.lines[0]?.totalUsd).toBeGreaterThan(0);
  expect(bill.lines[1]?.totalUsd).toBeNull();
  expect([bill.totalUsd, bill.freeTier.coversUsd, bill.payableUsd]).toEqual([null, null, null]);
});

test("nothing used costs nothing", () => {
  expect(monthlyBill([])).toEqual({
    lines: [],
    totalUsd: 0,
    freeTier: { requests: 0, gbSeconds: 0, streamingGb: 0, coversUsd: 0 },
    payableUsd: 0,
  });
});

test("freeShare splits without loss", () => {
  expect(freeShare(5, 3)).toEqual({ free: 3, charged: 2 });
  expect(freeShare(2, 3)).toEqual({ free: 2, charged: 0 });
});

const amount = fc.integer({ min: 0, max: 5_000_000_000 });
const anyUse: fc.Arbitrary<MonthlyUse> = fc.record({
  region: fc.constantFrom("us-east-1", "eu-west-1", "ap-east-1"),
  architecture: fc.constantFrom("x86_64" as const, "arm64" as const),
  requests: amount,
  gbSeconds: amount,
  ephemeralGbSeconds: amount,
});

test("splitting a month's use in parts, in any order, does not change the bill", () => {
  fc.assert(
    fc.property(
      fc.array(anyUse, { maxLength: 12 }),
      fc.integer({ min: 1, max: 9 }),
      (uses, cut) => {
        const parts = uses.flatMap((use) => {
          const first = {
            ...use,
            requests: Math.floor(use.requests / cut),
            gbSeconds: Math.floor(use.gbSeconds / cut),
            ephemeralGbSeconds: 0,
          };
          return [
            {
              ...use,
              requests: use.requests - first.requests,
              gbSeconds: use.gbSeconds - first.gbSeconds,
            },
            first,
          ];
        });
        const whole = monthlyBill(uses);
        const split = monthlyBill(parts.toReversed());
        const tolerance = 1e-9 * Math.max(1, whole.totalUsd ?? NaN);
        expect(Math.abs((split.totalUsd ?? NaN) - (whole.totalUsd ?? NaN))).toBeLessThanOrEqual(
          tolerance,
        );
        expect(Math.abs((split.payableUsd ?? NaN) - (whole.payableUsd ?? NaN))).toBeLessThanOrEqual(
          tolerance,
        );
      },
    ),
  );
});

test("the free tier takes off something between nothing and the whole, and more use never pays less", () => {
  fc.assert(
    fc.property(fc.array(anyUse, { minLength: 1, maxLength: 6 }), anyUse, (uses, more) => {
      const bill = monthlyBill(uses);
      const total = bill.totalUsd ?? NaN;
      expect(bill.freeTier.coversUsd).toBeGreaterThanOrEqual(0);
      expect(bill.freeTier.coversUsd).toBeLessThanOrEqual(total + 1e-9 * Math.max(1, total));
      expect(monthlyBill([...uses, more]).totalUsd).toBeGreaterThanOrEqual(total - 1e-6);
      const sum = bill.lines.reduce((usd, line) => usd + (line.totalUsd ?? NaN), 0);
      expect(Math.abs(sum - total)).toBeLessThanOrEqual(1e-9 * Math.max(1, total));
    }),
  );
});
