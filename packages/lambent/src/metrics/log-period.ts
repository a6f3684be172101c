import type { TimeRange } from "../model/time-range.ts";
import type { FunctionMetrics } from "./function-metrics.ts";

/** From the start of the first invocation to the end of the last; null where no line carries a time. */
export function logPeriod(functions: readonly FunctionMetrics[]): TimeRange | null {
  let startMs = Infinity;
  let endMs = -Infinity;
  for (const { counts } of functions) {
    startMs = Math.min(startMs, counts.startMs);
    endMs = Math.max(endMs, counts.endMs);
  }
  return startMs <= endMs ? { startMs, endMs } : null;
}
