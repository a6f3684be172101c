import type { PriceSourceId } from "./sources.ts";

/** On-demand prices of one region of AWS China, in yuan. */
export interface YuanRow {
  readonly requestCny: number;
  /** Per GB-second. No volume tiers are known. */
  readonly x86_64: number | null;
  readonly arm64: number | null;
  readonly ephemeralGbSecondCny: number;
  /** ISO 8601 day, the earliest possible one. */
  readonly asOf: string;
  readonly sources: readonly PriceSourceId[];
}

/**
 * Region to prices in yuan. Kept apart from the dollar tables, so that the two are never summed.
 * Source: the second calculator copy; x86_64 of cn-north-1 from infracost's tests.
 */
export const YUAN: Readonly<Record<string, YuanRow>> = {
  "cn-north-1": {
    requestCny: 0.00000136,
    x86_64: 0.000113477,
    arm64: 0.0000908,
    ephemeralGbSecondCny: 0.0000002303,
    asOf: "2024-08-01",
    sources: ["calculator-second-copy", "infracost"],
  },
  "cn-northwest-1": {
    requestCny: 0.00000136,
    x86_64: null,
    arm64: 0.0000908,
    ephemeralGbSecondCny: 0.0000002049,
    asOf: "2024-08-01",
    sources: ["calculator-second-copy"],
  },
};
