import type { Architecture } from "../model/architecture.ts";
import { FREE_TIER, freeShare } from "./free-tier.ts";
import type { FreeTier } from "./free-tier.ts";
import { combineMonthlyUse } from "./monthly-use.ts";
import type { MonthlyUse, WholeMonthlyUse } from "./monthly-use.ts";
import { pricesFor } from "./price-book.ts";
import type { RegionPrices } from "./region-prices.ts";
import { sumKnown } from "./sum-known.ts";
import { tieredComputeUsd } from "./volume-tiers.ts";

/** The month of one region and architecture in dollars, before the free tier. Null: not known. */
export interface BillLine {
  readonly region: string;
  readonly architecture: Architecture;
  readonly requestUsd: number | null;
  /** On demand, by volume tier. */
  readonly computeUsd: number | null;
  readonly ephemeralUsd: number | null;
  readonly streamingUsd: number | null;
  /** Ready, running and requests of provisioned concurrency. */
  readonly provisionedUsd: number | null;
  readonly snapStartUsd: number | null;
  readonly totalUsd: number | null;
}

/** What the free tier takes off a month, if the account has no other use of Lambda. */
export interface FreeTierEffect {
  /** Requests, GB-seconds and GB that are free; never more than were used. */
  readonly requests: number;
  readonly gbSeconds: number;
  readonly streamingGb: number;
  /** Dollars that this takes off; null where a price is unknown. */
  readonly coversUsd: number | null;
}

export interface MonthlyBill {
  readonly lines: readonly BillLine[];
  /** Before the free tier. */
  readonly totalUsd: number | null;
  readonly freeTier: FreeTierEffect;
  /** After the free tier. */
  readonly payableUsd: number | null;
}

interface PricedUse {
  readonly use: WholeMonthlyUse;
  readonly prices: RegionPrices | null;
}

/**
 * One account's Lambda bill of one month. The parts may name a region and architecture more than
 * once; volume tiers count their sum. The free tier is counted once for the whole account and shown
 * apart. A quantity of 0 costs 0 even where its price is unknown.
 *
 * The free tier comes off before the tiers, as in the worked examples of the AWS Lambda pricing page.
 * AWS does not say which region's use it covers first; here it is shared in proportion to use.
 */
export function monthlyBill(
  parts: readonly MonthlyUse[],
  freeTier: FreeTier = FREE_TIER,
): MonthlyBill {
  const uses = combineMonthlyUse(parts).map((use) => ({
    use,
    prices: pricesFor(use.region, use.architecture),
  }));
  const lines = uses.map(billLine);
  const totalUsd = sumKnown(...lines.map((line) => line.totalUsd));
  const effect = freeTierEffect(uses, freeTier);
  const payableUsd =
    totalUsd === null || effect.coversUsd === null ? null : totalUsd - effect.coversUsd;
  return { lines, totalUsd, freeTier: effect, payableUsd };
}

function billLine({ use, prices }: PricedUse): BillLine {
  const requestUsd = priced(use.requests, prices?.requestUsd);
  const computeUsd = compute(use.gbSeconds, prices);
  const ephemeralUsd = priced(use.ephemeralGbSeconds, prices?.ephemeralGbSecondUsd);
  const streamingUsd = priced(use.streamingGb, prices?.streamingGbUsd);
  const provisionedUsd = sumKnown(
    priced(use.provisioned.readyGbSeconds, prices?.provisionedGbSecondUsd),
    priced(use.provisioned.gbSeconds, prices?.provisionedDurationGbSecondUsd),
    priced(use.provisioned.requests, prices?.requestUsd),
  );
  const snapStartUsd = sumKnown(
    priced(use.snapStart.cacheGbSeconds, prices?.snapStartCacheGbSecondUsd),
    priced(use.snapStart.restoredGb, prices?.snapStartRestoreGbUsd),
  );
  const parts = {
    requestUsd,
    computeUsd,
    ephemeralUsd,
    streamingUsd,
    provisionedUsd,
    snapStartUsd,
  };
  return {
    region: use.region,
    architecture: use.architecture,
    ...parts,
    totalUsd: sumKnown(...Object.values(parts)),
  };
}

function freeTierEffect(uses: readonly PricedUse[], tier: FreeTier): FreeTierEffect {
  const used = { requests: 0, gbSeconds: 0, streamingGb: 0 };
  for (const { use } of uses) {
    used.requests += use.requests;
    used.gbSeconds += use.gbSeconds;
    used.streamingGb += use.streamingGb;
  }
  const free = {
    requests: freeShare(used.requests, tier.requests).free,
    gbSeconds: freeShare(used.gbSeconds, tier.gbSeconds).free,
    streamingGb: freeShare(used.streamingGb, tier.streamingGb).free,
  };
  const covers = uses.map(({ use, prices }) => {
    const left = use.gbSeconds - portion(free.gbSeconds, use.gbSeconds, used.gbSeconds);
    const before = compute(use.gbSeconds, prices);
    const after = compute(left, prices);
    return sumKnown(
      before === null || after === null ? null : before - after,
      priced(portion(free.requests, use.requests, used.requests), prices?.requestUsd),
      priced(portion(free.streamingGb, use.streamingGb, used.streamingGb), prices?.streamingGbUsd),
    );
  });
  return { ...free, coversUsd: sumKnown(...covers) };
}

/** This line's part of what is free, in proportion to its use. */
function portion(free: number, used: number, usedByAll: number): number {
  return usedByAll === 0 ? 0 : free * (used / usedByAll);
}

function compute(gbSeconds: number, prices: RegionPrices | null): number | null {
  if (gbSeconds === 0) return 0;
  return prices === null ? null : tieredComputeUsd(gbSeconds, prices);
}

function priced(quantity: number, price: number | null | undefined): number | null {
  if (quantity === 0) return 0;
  return price === null || price === undefined ? null : quantity * price;
}
