import fc from "fast-check";
import { expect, test } from "vitest";
import type { Architecture } from "../model/architecture.ts";
import { computeUsd, invocationCost, invocationCostUsd, requestsUsd } from "./invocation-cost.ts";
import { pricesFor, PRICED_REGIONS } from "./price-book.ts";
import type { RegionPrices } from "./region-prices.ts";

function priced(region: string, architecture: Architecture = "x86_64"): RegionPrices {
  const prices = pricesFor(region, architecture);
  if (prices === null) throw new Error(`no prices for ${region}`);
  return prices;
}

const virginia = priced("us-east-1");

// AWS Lambda documentation on memory and cost: 1,000 invocations of one function, as printed there.
const AWS_TABLE = [
  [128, 11.722965, "0.024628"],
  [256, 6.678945, "0.028035"],
  [512, 3.194954, "0.026830"],
  [1_024, 1.465984, "0.024638"],
] as const;

test.each(AWS_TABLE)("AWS's table at %i MB, to its last digit", (memorySizeMb, seconds, usd) => {
  // The table was made at the price as AWS used to print it, rounded to eight decimals.
  const asPrinted: RegionPrices = {
    ...virginia,
    gbSecondUsd: [0.00001667, null, null],
    requestUsd: 0.2 / 1e6,
  };
  const cost = invocationCostUsd(
    { billedDurationMs: seconds * 1_000 * 1_000, memorySizeMb, requests: 1_000 },
    asPrinted,
  );
  expect(cost?.toFixed(6)).toBe(usd);
});

test("AWS's table does not follow from the price in the price list", () => {
  const ours = AWS_TABLE.map(([memorySizeMb, seconds]) =>
    invocationCostUsd(
      { billedDurationMs: seconds * 1e6, memorySizeMb, requests: 1_000 },
      virginia,
    )?.toFixed(6),
  );
  expect(ours).toEqual(["0.024623", "0.028029", "0.026825", "0.024633"]);
});

test("a 5 ms call at 128 MB costs twenty times more to ask for than to run", () => {
  const cost = invocationCost({ billedDurationMs: 5, memorySizeMb: 128 }, virginia);
  expect(cost.durationUsd).toBeCloseTo(1.04e-8, 10);
  expect(cost.durationUsd?.toExponential(2)).toBe("1.04e-8");
  expect(cost.requestUsd).toBe(2e-7);
  expect(cost.totalUsd).toBeCloseTo(2.104e-7, 10);
});

test("at 300, 200 and 100 ms, 1,536 MB computes 25 % cheaper than 1,024 MB", () => {
  const [small, middle, large] = [
    [128, 300],
    [1_024, 200],
    [1_536, 100],
  ].map(([memorySizeMb = 0, billedDurationMs = 0]) =>
    invocationCost({ billedDurationMs, memorySizeMb }, virginia),
  );
  expect((large?.durationUsd ?? 0) / (middle?.durationUsd ?? 0)).toBeCloseTo(0.75, 12);
  expect(small?.durationUsd).toBeLessThan(large?.durationUsd ?? 0);
});

test("what is not known makes the total unknown, and only what depends on it", () => {
  const cost = invocationCost({ billedDurationMs: null, memorySizeMb: 128 }, virginia);
  expect(cost).toEqual({ durationUsd: null, requestUsd: 2e-7, ephemeralUsd: 0, totalUsd: null });
  expect(invocationCostUsd({ billedDurationMs: 1, memorySizeMb: null }, virginia)).toBeNull();

  const gov = invocationCost(
    { billedDurationMs: 1_000, memorySizeMb: 1_024 },
    priced("us-gov-west-1"),
  );
  expect(gov.durationUsd).toBeCloseTo(0.0000166667, 12);
  expect(gov.requestUsd).toBeNull();
  expect(gov.totalUsd).toBeNull();

  const arm = invocationCost(
    { billedDurationMs: 1, memorySizeMb: 128 },
    priced("ca-west-1", "arm64"),
  );
  expect(arm.durationUsd).toBeNull();
  expect(arm.totalUsd).toBeNull();
});

test("storage over 512 MB costs; where its price is unknown, so is the total", () => {
  const billed = { billedDurationMs: 1_000, memorySizeMb: 128, ephemeralStorageMb: 1_536 };
  expect(invocationCost(billed, virginia).ephemeralUsd).toBeCloseTo(3.09e-8, 15);
  expect(invocationCost(billed, priced("us-gov-east-1")).ephemeralUsd).toBeNull();
  expect(invocationCost({ ...billed, billedDurationMs: null }, virginia).ephemeralUsd).toBeNull();
});

test("a 300 KB event is two requests", () => {
  const cost = invocationCost(
    { billedDurationMs: 1, memorySizeMb: 128, asyncPayloadKb: 300, requests: 10 },
    virginia,
  );
  expect(cost.requestUsd).toBeCloseTo(20 * 2e-7, 12);
});

const anyPrices = fc
  .record({
    region: fc.constantFrom(...PRICED_REGIONS),
    architecture: fc.constantFrom<Architecture>("x86_64", "arm64"),
  })
  .map(({ region, architecture }) => priced(region, architecture));
const memoryMb = fc.integer({ min: 128, max: 10_240 });
const billedMs = fc.integer({ min: 0, max: 900_000 });

test("more memory or more time never costs less", () => {
  fc.assert(
    fc.property(
      anyPrices,
      memoryMb,
      billedMs,
      fc.nat(9_000),
      fc.nat(9_000),
      (prices, mb, ms, moreMb, moreMs) => {
        const base = invocationCostUsd({ billedDurationMs: ms, memorySizeMb: mb }, prices);
        const longer = invocationCostUsd(
          { billedDurationMs: ms + moreMs, memorySizeMb: mb },
          prices,
        );
        const larger = invocationCostUsd(
          { billedDurationMs: ms, memorySizeMb: mb + moreMb },
          prices,
        );
        if (base === null) {
          expect([longer, larger]).toEqual([null, null]);
          return;
        }
        expect(longer).toBeGreaterThanOrEqual(base);
        expect(larger).toBeGreaterThanOrEqual(base);
      },
    ),
  );
});

test("components sum to the total", () => {
  fc.assert(
    fc.property(
      anyPrices,
      memoryMb,
      billedMs,
      fc.integer({ min: 512, max: 10_240 }),
      fc.nat(1_024),
      (prices, mb, ms, tmpMb, kb) => {
        const cost = invocationCost(
          { billedDurationMs: ms, memorySizeMb: mb, ephemeralStorageMb: tmpMb, asyncPayloadKb: kb },
          prices,
        );
        const parts = [cost.durationUsd, cost.requestUsd, cost.ephemeralUsd];
        if (parts.includes(null)) {
          expect(cost.totalUsd).toBeNull();
          return;
        }
        expect(cost.totalUsd).toBeCloseTo(
          parts.reduce<number>((sum, part) => sum + (part ?? 0), 0),
          15,
        );
      },
    ),
  );
});

test("pricing an integer sum once equals the sum of the invocations' prices", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(memoryMb, billedMs), { maxLength: 200 }), (invocations) => {
      const sum = invocations.reduce((total, [mb, ms]) => total + mb * ms, 0);
      const one =
        (computeUsd(sum, virginia) ?? NaN) + (requestsUsd(invocations.length, virginia) ?? NaN);
      const each = invocations.reduce(
        (total, [memorySizeMb, billedDurationMs]) =>
          total + (invocationCostUsd({ memorySizeMb, billedDurationMs }, virginia) ?? NaN),
        0,
      );
      expect(Math.abs(one - each)).toBeLessThanOrEqual(1e-12 * Math.max(1, one));
    }),
  );
});
