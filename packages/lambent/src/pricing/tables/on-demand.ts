import type { PriceConfidence, TierBasis } from "../region-prices.ts";
import type { PriceSourceId } from "./sources.ts";

/** On-demand prices of one region, US dollars. */
export interface OnDemandRow {
  /** Per request, the same for both architectures. */
  readonly requestUsd: number | null;
  /** Per GB-second of the first tier. */
  readonly x86_64: number | null;
  readonly arm64: number | null;
  /** Where the prices of tiers 2 and 3 come from. */
  readonly tiers: TierBasis;
  /** ISO 8601 day; the earliest possible day where `asOfExact` is false. */
  readonly asOf: string;
  readonly asOfExact: boolean;
  readonly confidence: PriceConfidence;
  readonly sources: readonly PriceSourceId[];
}

type Basis = Pick<OnDemandRow, "tiers" | "asOf" | "asOfExact" | "confidence">;

const PRICE_LIST: Basis = {
  tiers: "published",
  asOf: "2026-09-19",
  asOfExact: true,
  confidence: "price-list",
};
// The copies carry no date. They know ap-southeast-5, which opened in August 2024.
const CALCULATOR: Basis = {
  tiers: "derived",
  asOf: "2024-08-01",
  asOfExact: false,
  confidence: "calculator-copy",
};
// Third-party tables; the newer one knows ca-west-1, which opened in December 2023.
const STUDY: Basis = {
  tiers: "derived",
  asOf: "2023-12-01",
  asOfExact: false,
  confidence: "secondary-only",
};
// Only the older third-party table has GovCloud, and no source has its upper tiers.
const TUNER: Basis = {
  tiers: "unknown",
  asOf: "2022-08-01",
  asOfExact: false,
  confidence: "secondary-only",
};

/** Region to on-demand prices. Source: see `sources` of each row and `docs/prices.md`. */
export const ON_DEMAND: Readonly<Record<string, OnDemandRow>> = {
  "af-south-1": {
    requestUsd: 0.00000027,
    x86_64: 0.0000221,
    arm64: 0.00001768,
    ...CALCULATOR,
    sources: ["calculator", "calculator-second-copy", "tuner-table"],
  },
  "ap-east-1": {
    requestUsd: 0.00000028,
    x86_64: 0.00002292,
    arm64: 0.0000183,
    ...CALCULATOR,
    sources: ["calculator", "calculator-second-copy", "tuner-table", "study-table"],
  },
  "ap-northeast-1": {
    requestUsd: 0.0000002,
    x86_64: 0.0000166667,
    arm64: 0.0000133334,
    ...CALCULATOR,
    sources: [
      "calculator",
      "calculator-second-copy",
      "tuner-table",
      "study-table",
      "price-list-snapshot",
    ],
  },
  "ap-northeast-2": {
    requestUsd: 0.0000002,
    x86_64: 0.0000166667,
    arm64: 0.0000133334,
    ...CALCULATOR,
    sources: [
      "calculator",
      "calculator-second-copy",
      "tuner-table",
      "study-table",
      "price-list-snapshot",
    ],
  },
  "ap-northeast-3": {
    requestUsd: 0.0000002,
    x86_64: 0.0000166667,
    arm64: 0.0000133334,
    ...CALCULATOR,
    sources: ["calculator", "calculator-second-copy", "tuner-table", "study-table"],
  },
  "ap-south-1": {
    requestUsd: 0.0000002,
    x86_64: 0.0000166667,
    arm64: 0.0000133334,
    ...CALCULATOR,
    sources: ["calculator", "calculator-second-copy", "tuner-table", "study-table"],
  },
  "ap-south-2": {
    requestUsd: 0.0000002,
    x86_64: 0.0000166667,
    arm64: null,
    ...STUDY,
    sources: ["study-table"],
  },
  "ap-southeast-1": {
    requestUsd: 0.0000002,
    x86_64: 0.0000166667,
    arm64: 0.0000133334,
    ...CALCULATOR,
    sources: ["calculator", "calculator-second-copy", "tuner-table", "study-table"],
  },
  "ap-southeast-2": {
    requestUsd: 0.0000002,
    x86_64: 0.0000166667,
    arm64: 0.0000133334,
    ...CALCULATOR,
    sources: ["calculator", "calculator-second-copy", "tuner-table", "study-table"],
  },
  "ap-southeast-3": {
    requestUsd: 0.0000002,
    x86_64: 0.0000166667,
    arm64: 0.0000133334,
    ...STUDY,
    sources: ["tuner-table", "study-table"],
  },
  "ap-southeast-4": {
    requestUsd: 0.0000002,
    x86_64: 0.0000166667,
    arm64: 0.0000133334,
    ...CALCULATOR,
    sources: ["calculator", "calculator-second-copy", "study-table"],
  },
  "ap-southeast-5": {
    requestUsd: 0.00000018,
    x86_64: 0.000015,
    arm64: 0.000012,
    ...CALCULATOR,
    sources: ["calculator", "calculator-second-copy"],
  },
  "ca-central-1": {
    requestUsd: 0.0000002,
    x86_64: 0.0000166667,
    arm64: 0.0000133334,
    ...CALCULATOR,
    sources: ["calculator", "calculator-second-copy", "tuner-table", "study-table"],
  },
  "ca-west-1": {
    requestUsd: 0.0000002,
    x86_64: 0.0000166667,
    arm64: null,
    ...STUDY,
    sources: ["study-table"],
  },
  "eu-central-1": {
    requestUsd: 0.0000002,
    x86_64: 0.0000166667,
    arm64: 0.0000133334,
    ...CALCULATOR,
    sources: ["calculator", "calculator-second-copy", "tuner-table", "study-table"],
  },
  "eu-central-2": {
    requestUsd: 0.00000022,
    x86_64: 0.0000183334,
    arm64: 0.0000146667,
    ...CALCULATOR,
    sources: ["calculator", "calculator-second-copy", "study-table"],
  },
  "eu-north-1": {
    requestUsd: 0.0000002,
    x86_64: 0.0000166667,
    arm64: 0.0000133334,
    ...CALCULATOR,
    sources: ["calculator", "calculator-second-copy", "tuner-table", "study-table"],
  },
  "eu-south-1": {
    requestUsd: 0.00000023,
    x86_64: 0.0000195172,
    arm64: 0.0000156138,
    ...CALCULATOR,
    sources: ["calculator", "calculator-second-copy", "tuner-table", "study-table"],
  },
  "eu-south-2": {
    requestUsd: 0.0000002,
    x86_64: 0.0000166667,
    arm64: null,
    ...STUDY,
    sources: ["study-table"],
  },
  "eu-west-1": {
    requestUsd: 0.0000002,
    x86_64: 0.0000166667,
    arm64: 0.0000133334,
    ...CALCULATOR,
    sources: ["calculator", "calculator-second-copy", "tuner-table", "study-table"],
  },
  "eu-west-2": {
    requestUsd: 0.0000002,
    x86_64: 0.0000166667,
    arm64: 0.0000133334,
    ...CALCULATOR,
    sources: ["calculator", "calculator-second-copy", "tuner-table", "study-table"],
  },
  "eu-west-3": {
    requestUsd: 0.0000002,
    x86_64: 0.0000166667,
    arm64: 0.0000133334,
    ...CALCULATOR,
    sources: ["calculator", "calculator-second-copy", "tuner-table", "study-table"],
  },
  "il-central-1": {
    requestUsd: 0.00000021,
    x86_64: 0.0000175,
    arm64: null,
    ...STUDY,
    sources: ["study-table"],
  },
  "me-central-1": {
    requestUsd: 0.00000025,
    x86_64: 0.0000206667,
    arm64: null,
    ...STUDY,
    sources: ["tuner-table", "study-table"],
  },
  "me-south-1": {
    requestUsd: 0.00000025,
    x86_64: 0.0000206667,
    arm64: 0.0000165334,
    ...CALCULATOR,
    sources: ["calculator", "price-list", "tuner-table", "study-table"],
  },
  "sa-east-1": {
    requestUsd: 0.0000002,
    x86_64: 0.0000166667,
    arm64: 0.0000133334,
    ...CALCULATOR,
    sources: ["calculator", "calculator-second-copy", "tuner-table", "study-table"],
  },
  "us-east-1": {
    requestUsd: 0.0000002,
    x86_64: 0.0000166667,
    arm64: 0.0000133334,
    ...PRICE_LIST,
    sources: [
      "calculator",
      "calculator-second-copy",
      "price-list",
      "price-list-csv",
      "tuner-table",
      "study-table",
      "infracost",
      "pricing-page",
      "price-list-snapshot",
    ],
  },
  "us-east-2": {
    requestUsd: 0.0000002,
    x86_64: 0.0000166667,
    arm64: 0.0000133334,
    ...CALCULATOR,
    sources: ["calculator", "calculator-second-copy", "tuner-table", "study-table"],
  },
  "us-gov-east-1": {
    requestUsd: null,
    x86_64: 0.0000166667,
    arm64: null,
    ...TUNER,
    sources: ["tuner-table"],
  },
  "us-gov-west-1": {
    requestUsd: null,
    x86_64: 0.0000166667,
    arm64: null,
    ...TUNER,
    sources: ["tuner-table"],
  },
  "us-west-1": {
    requestUsd: 0.0000002,
    x86_64: 0.0000166667,
    arm64: 0.0000133334,
    ...CALCULATOR,
    sources: ["calculator", "calculator-second-copy", "tuner-table", "study-table"],
  },
  "us-west-2": {
    requestUsd: 0.0000002,
    x86_64: 0.0000166667,
    arm64: 0.0000133334,
    ...CALCULATOR,
    sources: ["calculator", "calculator-second-copy", "tuner-table", "study-table"],
  },
};
