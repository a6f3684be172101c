import { MB_PER_GB } from "../model/memory.ts";
import { asyncRequests } from "./async-requests.ts";
import { ephemeralCostUsd, INCLUDED_EPHEMERAL_MB } from "./ephemeral-cost.ts";
import type { RegionPrices } from "./region-prices.ts";
import { sumKnown } from "./sum-known.ts";

/** What one invocation (or `requests` like ones) is billed for. */
export interface BilledInvocation {
  /** Milliseconds as billed, ≥ 0: read it from the REPORT line, do not compute it from the duration. */
  readonly billedDurationMs: number | null;
  /** 128 to 10,240 MB. */
  readonly memorySizeMb: number | null;
  /** `/tmp` in MB; left out: 512, which every function has without a charge. */
  readonly ephemeralStorageMb?: number;
  /** How many invocations `billedDurationMs` is the sum of; left out: 1. */
  readonly requests?: number;
  /** Size of each asynchronous event in KB; left out: one request each. */
  readonly asyncPayloadKb?: number;
}

/** Dollars by component at the first volume tier, before the free tier. Null: not known. */
export interface InvocationCost {
  readonly durationUsd: number | null;
  readonly requestUsd: number | null;
  readonly ephemeralUsd: number | null;
  /** Null where a component is. */
  readonly totalUsd: number | null;
}

const MB_MILLISECONDS_PER_GB_SECOND = MB_PER_GB * 1_000;

/**
 * Dollars for a sum of memory (MB) × billed duration (ms), at the first volume tier.
 * Keep such sums as integers and price them once: they stay exact up to 2^53, and so does the cent.
 * Null where the region's price is unknown. Source: AWS Lambda pricing page, "Duration".
 */
export function computeUsd(
  mbMilliseconds: number,
  prices: Pick<RegionPrices, "gbSecondUsd">,
): number | null {
  const [gbSecondUsd] = prices.gbSecondUsd;
  return gbSecondUsd === null
    ? null
    : (mbMilliseconds / MB_MILLISECONDS_PER_GB_SECOND) * gbSecondUsd;
}

/** Dollars for `requests` requests (≥ 0); null where the region's request price is unknown. */
export function requestsUsd(
  requests: number,
  prices: Pick<RegionPrices, "requestUsd">,
): number | null {
  return prices.requestUsd === null ? null : requests * prices.requestUsd;
}

/**
 * What on-demand invocations cost, by component, at the first volume tier and before the free tier.
 * Provisioned concurrency, SnapStart and streaming have files of their own.
 * Source: AWS Lambda pricing page.
 */
export function invocationCost(billed: BilledInvocation, prices: RegionPrices): InvocationCost {
  const { billedDurationMs, memorySizeMb } = billed;
  const requests = (billed.requests ?? 1) * asyncRequests(billed.asyncPayloadKb ?? 0);
  const ephemeralMb = billed.ephemeralStorageMb ?? INCLUDED_EPHEMERAL_MB;
  const durationUsd =
    billedDurationMs === null || memorySizeMb === null
      ? null
      : computeUsd(memorySizeMb * billedDurationMs, prices);
  const requestUsd = requestsUsd(requests, prices);
  const ephemeralUsd =
    ephemeralMb <= INCLUDED_EPHEMERAL_MB
      ? 0
      : billedDurationMs === null
        ? null
        : ephemeralCostUsd(ephemeralMb, billedDurationMs, prices);
  return {
    durationUsd,
    requestUsd,
    ephemeralUsd,
    totalUsd: sumKnown(durationUsd, requestUsd, ephemeralUsd),
  };
}

/** `totalUsd` of `invocationCost`: dollars, or null where a field or a price is unknown. */
export function invocationCostUsd(billed: BilledInvocation, prices: RegionPrices): number | null {
  return invocationCost(billed, prices).totalUsd;
}
