import type { FunctionFacts } from "../../metrics/function-facts.ts";
import { MAX_MEMORY_MB, MIN_MEMORY_MB } from "../../model/memory.ts";
import { counted, megabytes } from "./show.ts";
import type { LogHistogram } from "../../statistics/histogram.ts";

/** Share of environments that a size must hold. */
const ENVIRONMENTS = 0.99;
const MARGIN = 0.1;
const LEAST_MARGIN_MB = 16;

/**
 * The 99th percentile, over environments, of what each used at most. MB.
 * With fewer than 100 environments that is the greatest of them.
 */
export function neededMb(usedMb: LogHistogram): number {
  return usedMb.quantile(ENVIRONMENTS);
}

/**
 * The smallest size that holds what was seen: `neededMb` plus 10 %, at least 16 MB, in whole MB,
 * 128 to 10,240 (AWS Lambda quotas: any whole MB).
 */
export function safeSizeMb(usedMb: LogHistogram): number {
  const needed = neededMb(usedMb);
  const size = Math.ceil(needed + Math.max(needed * MARGIN, LEAST_MARGIN_MB));
  return Math.min(MAX_MEMORY_MB, Math.max(MIN_MEMORY_MB, size));
}

/** What the function's environments used at most, as the beginning of a sentence. */
export function mostUsed({ summary }: FunctionFacts, usedMb: LogHistogram): string {
  return (summary.memory?.environments ?? null) === null
    ? `No invocation showed more than ${megabytes(usedMb.max)} used`
    : `99 % of ${counted(usedMb.count, "execution environment")} used at most ${megabytes(neededMb(usedMb))}`;
}

/** Whether enough was seen to trust the maximum: 3 environments, or 100 invocations. */
export function isEnoughSeen(usedMb: LogHistogram, invocations: number): boolean {
  return usedMb.count >= 3 || invocations >= 100;
}
