import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { outsideData } from "../../../../test/outside-data.ts";
import { ASYNC_CHUNK_KB, ASYNC_INCLUDED_KB } from "./async-requests.ts";
import { INCLUDED_EPHEMERAL_MB } from "./ephemeral-cost.ts";
import { FREE_TIER } from "./free-tier.ts";
import { pricesFor, PRICED_REGIONS, UNPRICED_REGIONS } from "./price-book.ts";
import { PROVISIONED_PERIOD_MS } from "./provisioned-cost.ts";
import { SNAPSTART_CACHE_MIN_SECONDS } from "./snapstart-cost.ts";
import { STREAMING_FREE_MB } from "./streaming-cost.ts";
import { PRICE_SOURCES } from "./tables/sources.ts";
import { TIER_GB_SECONDS } from "./volume-tiers.ts";
import { YUAN_REGIONS, yuanPricesFor } from "./yuan-prices.ts";

const ARCHITECTURES = ["x86_64", "arm64"] as const;

test("us-east-1 has the published price of every component", () => {
  expect(pricesFor("us-east-1", "x86_64")).toMatchObject({
    currency: "USD",
    requestUsd: 2e-7,
    gbSecondUsd: [0.0000166667, 0.000015, 0.0000133334],
    tierBasis: "published",
    tierGbSeconds: [6e9, 15e9],
    provisionedGbSecondUsd: 0.0000041667,
    provisionedDurationGbSecondUsd: 0.0000097222,
    ephemeralGbSecondUsd: 3.09e-8,
    snapStartCacheGbSecondUsd: 0.0000015046,
    snapStartRestoreGbUsd: 0.0001397998,
    streamingGbUsd: 0.008,
    confidence: "price-list",
    asOf: "2026-09-19",
    asOfExact: true,
  });
  expect(pricesFor("us-east-1", "arm64")).toMatchObject({
    gbSecondUsd: [0.0000133334, 0.0000120001, 0.0000106667],
    tierGbSeconds: [7.5e9, 18.75e9],
    snapStartCacheGbSecondUsd: null,
  });
});

test("what is not known is null, never a guess from another region", () => {
  expect(pricesFor("eu-west-1", "arm64")).toMatchObject({
    provisionedGbSecondUsd: null,
    provisionedDurationGbSecondUsd: null,
    streamingGbUsd: null,
    tierBasis: "derived",
    asOfExact: false,
  });
  expect(pricesFor("us-gov-west-1", "x86_64")).toMatchObject({
    requestUsd: null,
    gbSecondUsd: [0.0000166667, null, null],
    tierBasis: "unknown",
    confidence: "secondary-only",
  });
  expect(pricesFor("ca-west-1", "arm64")).toMatchObject({
    gbSecondUsd: [null, null, null],
    tierBasis: "unknown",
  });
});

test.each(["", "mars-north-1", "constructor", "__proto__", ...UNPRICED_REGIONS, ...YUAN_REGIONS])(
  "no dollar price for %j",
  (region) => {
    expect(pricesFor(region, "x86_64")).toBeNull();
    expect(PRICED_REGIONS).not.toContain(region);
  },
);

test("yuan stay apart", () => {
  expect(yuanPricesFor("cn-north-1", "x86_64")).toMatchObject({
    currency: "CNY",
    gbSecondCny: 0.000113477,
  });
  expect(yuanPricesFor("us-east-1", "x86_64")).toBeNull();
});

test("the same prices are given each time, and cannot be changed", () => {
  const prices = pricesFor("eu-north-1", "x86_64");
  expect(pricesFor("eu-north-1", "x86_64")).toBe(prices);
  expect(Object.isFrozen(prices)).toBe(true);
});

describe("every row", () => {
  const rows = PRICED_REGIONS.flatMap((region) =>
    ARCHITECTURES.map((architecture) => {
      const prices = pricesFor(region, architecture);
      if (prices === null) throw new Error(`no prices for ${region}`);
      return prices;
    }),
  );

  test("names a date and at least one known source", () => {
    expect(rows.length).toBe(64);
    for (const prices of rows) {
      expect(prices.asOf).toMatch(/^20\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/);
      expect(prices.sources.length).toBeGreaterThan(0);
      for (const source of prices.sources) expect(PRICE_SOURCES).toHaveProperty(source);
      expect(prices.asOfExact).toBe(prices.confidence === "price-list");
    }
  });

  test("gets cheaper by tier, and cheaper on arm64", () => {
    for (const prices of rows) {
      const [first, second, third] = prices.gbSecondUsd;
      if (first !== null && second !== null && third !== null) {
        expect(second).toBeLessThan(first);
        expect(third).toBeLessThan(second);
      }
      const arm = pricesFor(prices.region, "arm64")?.gbSecondUsd[0] ?? null;
      const x86 = pricesFor(prices.region, "x86_64")?.gbSecondUsd[0] ?? null;
      if (arm !== null && x86 !== null) expect(arm).toBeLessThan(x86);
    }
  });
});

interface CollectedArchitecture {
  readonly gbSecondUsd: readonly (number | null)[];
  readonly derived?: boolean;
  readonly provisionedGbSecondUsd: number | null;
  readonly provisionedDurationGbSecondUsd: number | null;
}
interface CollectedRegion {
  readonly requestUsd: number | null;
  readonly x86: CollectedArchitecture;
  readonly arm: CollectedArchitecture;
  readonly ephemeralGbSecondUsd: number | null;
  readonly confidence: string;
  readonly sources: readonly string[];
}
interface Collected {
  readonly regions: Readonly<Record<string, CollectedRegion>>;
  readonly tierGbSeconds: Readonly<Record<"x86" | "arm", readonly number[]>>;
  readonly freeTier: Readonly<Record<string, unknown>>;
  readonly billing: Readonly<Record<string, unknown>>;
  readonly asyncEvents: Readonly<Record<string, unknown>>;
  readonly snapStart: {
    readonly regions: Readonly<Record<string, Readonly<Record<string, number>>>>;
  };
  readonly streaming: {
    readonly freeMbPerRequest: number;
    readonly regions: Readonly<Record<string, { readonly gbUsd: number }>>;
  };
  readonly nonUsd: { readonly CNY: Readonly<Record<string, CollectedYuan>> };
  readonly regionsNotFound: readonly string[];
}
interface CollectedYuan {
  readonly request: number;
  readonly x86: { readonly gbSecond: number | null };
  readonly arm: { readonly gbSecond: number | null };
  readonly ephemeralGbSecond: number;
}

const path = outsideData("prices/lambda-prices.json");

describe.skipIf(path === null)("against the collected price facts [needs outside data]", () => {
  const facts: Collected = path === null ? null : JSON.parse(readFileSync(path, "utf8"));
  const NAMES = { x86_64: "x86", arm64: "arm" } as const;

  test("the same regions are known, and the same are not", () => {
    expect(PRICED_REGIONS).toEqual(Object.keys(facts.regions).toSorted());
    expect(UNPRICED_REGIONS).toEqual(facts.regionsNotFound);
    expect(YUAN_REGIONS).toEqual(
      Object.keys(facts.nonUsd.CNY).filter((key) => key.startsWith("cn-")),
    );
  });

  test("every number of every region and architecture", () => {
    let compared = 0;
    for (const [region, fact] of Object.entries(facts.regions)) {
      for (const architecture of ARCHITECTURES) {
        const collected = fact[NAMES[architecture]];
        const snapStart = architecture === "x86_64" ? facts.snapStart.regions[region] : undefined;
        const known = collected.gbSecondUsd[1] !== null;
        expect(pricesFor(region, architecture)).toMatchObject({
          requestUsd: fact.requestUsd,
          gbSecondUsd: collected.gbSecondUsd,
          tierBasis: known ? (collected.derived === true ? "derived" : "published") : "unknown",
          tierGbSeconds: facts.tierGbSeconds[NAMES[architecture]],
          provisionedGbSecondUsd: collected.provisionedGbSecondUsd,
          provisionedDurationGbSecondUsd: collected.provisionedDurationGbSecondUsd,
          ephemeralGbSecondUsd: fact.ephemeralGbSecondUsd,
          snapStartCacheGbSecondUsd: snapStart?.["cacheGbSecondUsd"] ?? null,
          snapStartRestoreGbUsd: snapStart?.["restoreGbUsd"] ?? null,
          streamingGbUsd: facts.streaming.regions[region]?.gbUsd ?? null,
          confidence: fact.confidence,
        });
        expect(pricesFor(region, architecture)?.sources.length).toBe(fact.sources.length);
        compared += 1;
      }
    }
    expect(compared).toBe(64);
  });

  test("yuan", () => {
    for (const region of YUAN_REGIONS) {
      for (const architecture of ARCHITECTURES) {
        expect(yuanPricesFor(region, architecture)).toMatchObject({
          requestCny: facts.nonUsd.CNY[region]?.request,
          gbSecondCny: facts.nonUsd.CNY[region]?.[NAMES[architecture]].gbSecond,
          ephemeralGbSecondCny: facts.nonUsd.CNY[region]?.ephemeralGbSecond,
        });
      }
    }
  });

  test("tiers, free tier and rules of rounding", () => {
    expect(TIER_GB_SECONDS).toEqual({
      x86_64: facts.tierGbSeconds.x86,
      arm64: facts.tierGbSeconds.arm,
    });
    expect(facts.freeTier).toMatchObject({
      ...FREE_TIER,
      ephemeralMb: INCLUDED_EPHEMERAL_MB,
      appliesToProvisionedConcurrency: false,
      x86AndArmCombined: true,
    });
    expect(facts.billing).toMatchObject({
      provisionedConcurrencyRoundSeconds: PROVISIONED_PERIOD_MS / 1_000,
      snapStartCacheMinSeconds: SNAPSTART_CACHE_MIN_SECONDS,
    });
    expect(facts.asyncEvents).toMatchObject({
      includedKb: ASYNC_INCLUDED_KB,
      chunkKb: ASYNC_CHUNK_KB,
    });
    expect(facts.streaming.freeMbPerRequest).toBe(STREAMING_FREE_MB);
  });
});
