import { FunctionMetrics } from "./function-metrics.ts";
import type { LogMetrics } from "./log-metrics.ts";

/**
 * Puts together what is of one function: only streams that begin in the log name the region, so a
 * function comes in two parts, with its region and without. Where one region is known of a name, the
 * part without is taken for it; where several are, it stays apart. The order is kept. What has no
 * name is taken together in the same way: in pasted lines only one in many names the region.
 */
export function joinKnownRegions(log: LogMetrics): FunctionMetrics[] {
  const { functions } = log;
  const regions = new Map<string | null, Set<string>>();
  for (const { identity } of functions) {
    const known = regions.get(identity.name) ?? new Set();
    if (identity.region !== null) known.add(identity.region);
    regions.set(identity.name, known);
  }
  const joined: FunctionMetrics[] = [];
  for (const metrics of functions) {
    const { name, region, architecture } = metrics.identity;
    const [only, second] = regions.get(name) ?? [];
    if (only === undefined || second !== undefined) {
      joined.push(metrics);
      continue;
    }
    const identity = { name, region: region ?? only, architecture };
    const found = joined.find(
      (one) => one.identity.name === name && one.identity.architecture === architecture,
    );
    if (found !== undefined) found.merge(metrics);
    else {
      const whole = new FunctionMetrics(identity, log.levels);
      whole.merge(metrics);
      joined.push(whole);
    }
  }
  return joined;
}
