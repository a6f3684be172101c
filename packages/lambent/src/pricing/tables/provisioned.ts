import type { Architecture } from "../../model/architecture.ts";

/** Prices of provisioned concurrency, US dollars per GB-second. */
export interface ProvisionedRow {
  /** Per GB-second that is kept ready, used or not. */
  readonly idleUsd: number;
  /** Per GB-second of running on it; has no tiers. */
  readonly durationUsd: number;
}

/**
 * Region to prices of provisioned concurrency; an absent entry is an unknown price.
 * arm64 was found for us-east-1 only. There it is 0.8 of x86_64; that ratio is not applied
 * elsewhere, because nothing shows that it holds.
 * Source: the calculator copies, for us-east-1 also the AWS price list of 2026-09-19.
 */
export const PROVISIONED: Readonly<
  Record<string, Readonly<Partial<Record<Architecture, ProvisionedRow>>>>
> = {
  "af-south-1": { x86_64: { idleUsd: 0.00000553, durationUsd: 0.0000129 } },
  "ap-east-1": { x86_64: { idleUsd: 0.0000057153, durationUsd: 0.0000133358 } },
  "ap-northeast-1": { x86_64: { idleUsd: 0.0000053835, durationUsd: 0.0000125615 } },
  "ap-northeast-2": { x86_64: { idleUsd: 0.0000051254, durationUsd: 0.0000119592 } },
  "ap-northeast-3": { x86_64: { idleUsd: 0.0000053835, durationUsd: 0.0000125615 } },
  "ap-south-1": { x86_64: { idleUsd: 0.0000044985, durationUsd: 0.0000104966 } },
  "ap-southeast-1": { x86_64: { idleUsd: 0.0000051991, durationUsd: 0.0000121313 } },
  "ap-southeast-2": { x86_64: { idleUsd: 0.000005236, durationUsd: 0.0000122173 } },
  "ap-southeast-4": { x86_64: { idleUsd: 0.000005236, durationUsd: 0.0000122173 } },
  "ap-southeast-5": { x86_64: { idleUsd: 0.0000046791, durationUsd: 0.0000109181 } },
  "ca-central-1": { x86_64: { idleUsd: 0.000004646, durationUsd: 0.0000108407 } },
  "eu-central-1": { x86_64: { idleUsd: 0.0000050147, durationUsd: 0.0000117011 } },
  "eu-central-2": { x86_64: { idleUsd: 0.0000055162, durationUsd: 0.0000128712 } },
  "eu-north-1": { x86_64: { idleUsd: 0.0000044248, durationUsd: 0.0000103245 } },
  "eu-south-1": { x86_64: { idleUsd: 0.0000048783, durationUsd: 0.0000113827 } },
  "eu-west-1": { x86_64: { idleUsd: 0.000004646, durationUsd: 0.0000108407 } },
  "eu-west-2": { x86_64: { idleUsd: 0.0000048304, durationUsd: 0.0000112709 } },
  "eu-west-3": { x86_64: { idleUsd: 0.0000048673, durationUsd: 0.0000113569 } },
  "me-south-1": { x86_64: { idleUsd: 0.0000051108, durationUsd: 0.0000119251 } },
  "sa-east-1": { x86_64: { idleUsd: 0.0000066372, durationUsd: 0.0000154867 } },
  "us-east-1": {
    x86_64: { idleUsd: 0.0000041667, durationUsd: 0.0000097222 },
    arm64: { idleUsd: 0.0000033334, durationUsd: 0.0000077778 },
  },
  "us-east-2": { x86_64: { idleUsd: 0.0000041667, durationUsd: 0.0000097222 } },
  "us-west-1": { x86_64: { idleUsd: 0.0000049041, durationUsd: 0.000011443 } },
  "us-west-2": { x86_64: { idleUsd: 0.0000041667, durationUsd: 0.0000097222 } },
};
