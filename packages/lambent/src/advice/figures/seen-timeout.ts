import type { FunctionMetrics } from "../../metrics/function-metrics.ts";

/** The timeout of a function as its timeouts show it. */
export interface SeenTimeout {
  readonly seconds: number;
  /** Timeouts after that many seconds. */
  readonly count: number;
}

/**
 * Logs do not carry the timeout setting, but a timeout ends at it, and settings are whole seconds.
 * Where the logs show several, the setting was changed: the longest is taken, so that nothing is
 * called near the limit which is not. Null where nothing timed out.
 */
export function seenTimeout(metrics: FunctionMetrics): SeenTimeout | null {
  let longest: SeenTimeout | null = null;
  for (const [seconds, count] of metrics.timeoutSeconds) {
    if (longest === null || seconds > longest.seconds) longest = { seconds, count };
  }
  return longest;
}
