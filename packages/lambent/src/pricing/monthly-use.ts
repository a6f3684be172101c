import type { Architecture } from "../model/architecture.ts";

/** What one account used in one calendar month, in one region on one architecture. All ≥ 0. */
export interface MonthlyUse {
  readonly region: string;
  readonly architecture: Architecture;
  /** On-demand requests. */
  readonly requests: number;
  /** On-demand GB-seconds. */
  readonly gbSeconds: number;
  /** GB-seconds of `/tmp` above 512 MB. */
  readonly ephemeralGbSeconds?: number;
  /** GB of streamed responses beyond the first 6 MB of each. */
  readonly streamingGb?: number;
  readonly provisioned?: ProvisionedQuantities;
  /** Of Python and .NET functions; Java's SnapStart is free. */
  readonly snapStart?: SnapStartQuantities;
}

/** What provisioned concurrency used; none of it is covered by the free tier. */
export interface ProvisionedQuantities {
  /** GB-seconds kept ready, each stretch in whole periods of five minutes. */
  readonly readyGbSeconds: number;
  /** GB-seconds of running. */
  readonly gbSeconds: number;
  readonly requests: number;
}

export interface SnapStartQuantities {
  readonly cacheGbSeconds: number;
  readonly restoredGb: number;
}

/** `MonthlyUse` with every quantity in place. */
export interface WholeMonthlyUse extends Required<MonthlyUse> {
  readonly provisioned: ProvisionedQuantities;
}

/**
 * Adds up the parts of a month, one entry a region and architecture, in the order of first mention.
 * Volume tiers count the sum, so parts must never be priced one by one.
 */
export function combineMonthlyUse(parts: readonly MonthlyUse[]): readonly WholeMonthlyUse[] {
  const sums = new Map<string, WholeMonthlyUse>();
  for (const part of parts) {
    const key = `${part.region} ${part.architecture}`;
    sums.set(key, add(sums.get(key), part));
  }
  return [...sums.values()];
}

function add(sum: WholeMonthlyUse | undefined, part: MonthlyUse): WholeMonthlyUse {
  return {
    region: part.region,
    architecture: part.architecture,
    requests: (sum?.requests ?? 0) + part.requests,
    gbSeconds: (sum?.gbSeconds ?? 0) + part.gbSeconds,
    ephemeralGbSeconds: (sum?.ephemeralGbSeconds ?? 0) + (part.ephemeralGbSeconds ?? 0),
    streamingGb: (sum?.streamingGb ?? 0) + (part.streamingGb ?? 0),
    provisioned: {
      readyGbSeconds:
        (sum?.provisioned.readyGbSeconds ?? 0) + (part.provisioned?.readyGbSeconds ?? 0),
      gbSeconds: (sum?.provisioned.gbSeconds ?? 0) + (part.provisioned?.gbSeconds ?? 0),
      requests: (sum?.provisioned.requests ?? 0) + (part.provisioned?.requests ?? 0),
    },
    snapStart: {
      cacheGbSeconds: (sum?.snapStart.cacheGbSeconds ?? 0) + (part.snapStart?.cacheGbSeconds ?? 0),
      restoredGb: (sum?.snapStart.restoredGb ?? 0) + (part.snapStart?.restoredGb ?? 0),
    },
  };
}
