import { gbSeconds } from "../model/memory.ts";
import { requestsUsd } from "./invocation-cost.ts";
import type { RegionPrices } from "./region-prices.ts";
import { sumKnown } from "./sum-known.ts";

/** Provisioned concurrency is billed in periods of five minutes (AWS Lambda pricing page). */
export const PROVISIONED_PERIOD_MS = 300_000;

/** One stretch of time with the same provisioned concurrency on one function. */
export interface ProvisionedUse {
  readonly memorySizeMb: number;
  /** Environments kept ready. */
  readonly concurrency: number;
  /** From enabled to disabled, milliseconds, ≥ 0. */
  readonly enabledMs: number;
  /** Sum of the billed durations that ran on it, ms; what spilled over is billed on demand. */
  readonly billedDurationMs: number;
  /** Requests that ran on it. */
  readonly requests: number;
}

/** Dollars by component. Null: not known. The free tier covers none of it. */
export interface ProvisionedCost {
  /** For keeping the environments ready, used or not. */
  readonly idleUsd: number | null;
  readonly durationUsd: number | null;
  readonly requestUsd: number | null;
  readonly totalUsd: number | null;
}

/** Time that is billed: every started five minutes counts in full. Milliseconds. */
export function billedProvisionedMs(enabledMs: number): number {
  return Math.ceil(enabledMs / PROVISIONED_PERIOD_MS) * PROVISIONED_PERIOD_MS;
}

/** What provisioned concurrency costs. Source: AWS Lambda pricing page, "Provisioned Concurrency". */
export function provisionedCost(
  use: ProvisionedUse,
  prices: Pick<
    RegionPrices,
    "provisionedGbSecondUsd" | "provisionedDurationGbSecondUsd" | "requestUsd"
  >,
): ProvisionedCost {
  const idlePrice = prices.provisionedGbSecondUsd;
  const durationPrice = prices.provisionedDurationGbSecondUsd;
  const readyMs = use.concurrency * billedProvisionedMs(use.enabledMs);
  const idleUsd = idlePrice === null ? null : gbSeconds(use.memorySizeMb, readyMs) * idlePrice;
  const durationUsd =
    durationPrice === null
      ? null
      : gbSeconds(use.memorySizeMb, use.billedDurationMs) * durationPrice;
  const requestUsd = requestsUsd(use.requests, prices);
  return { idleUsd, durationUsd, requestUsd, totalUsd: sumKnown(idleUsd, durationUsd, requestUsd) };
}
