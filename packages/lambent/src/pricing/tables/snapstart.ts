/** SnapStart prices for Python and .NET, US dollars; Java is free. */
export interface SnapStartRow {
  /** Per GB-second that a snapshot is kept. */
  readonly cacheGbSecondUsd: number;
  /** Per GB restored (not per GB-second). */
  readonly restoreGbUsd: number;
}

/**
 * Region to SnapStart prices of x86_64; an absent entry is an unknown price. No price for arm64 was
 * found anywhere, so it stays unknown.
 * Source: AWS price list of 2026-09-19 and its snapshot of 2026-09-24.
 */
export const SNAPSTART_X86_64: Readonly<Record<string, SnapStartRow>> = {
  "ap-northeast-1": { cacheGbSecondUsd: 0.0000015046, restoreGbUsd: 0.0001397998 },
  "ap-northeast-2": { cacheGbSecondUsd: 0.0000018383, restoreGbUsd: 0.0001674588 },
  "us-east-1": { cacheGbSecondUsd: 0.0000015046, restoreGbUsd: 0.0001397998 },
};
