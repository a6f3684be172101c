import type { MeasureName } from "../model/comparison.ts";
import { proportionDifference, type Proportion } from "../statistics/proportion.ts";
import { dependenceOf, effectiveCount } from "./dependence.ts";
import type { Measure } from "./measure.ts";
import type { FunctionMeasurements, MeasurementBlock } from "./measurements.ts";

interface ShareSource {
  readonly trials: (of: FunctionMeasurements | MeasurementBlock) => number;
  readonly successes: (of: FunctionMeasurements | MeasurementBlock) => number;
}

/** A share of invocations; its difference by Newcombe's interval. */
export function shareMeasure(name: MeasureName, source: ShareSource): Measure {
  const { trials, successes } = source;
  return {
    name,
    unit: "share",
    count: trials,
    value: (side) => (trials(side) === 0 ? null : successes(side) / trials(side)),
    difference: (before, after, confidence) =>
      proportionDifference(
        observed(source, before, confidence),
        observed(source, after, confidence),
        confidence,
      ),
  };
}

function observed(source: ShareSource, side: FunctionMeasurements, confidence: number): Proportion {
  const count = source.trials(side);
  const share = source.successes(side) / count;
  const totals = side.blocks.map((block) => ({
    count: source.trials(block),
    total: source.successes(block),
  }));
  const dependence = dependenceOf(totals, share * (1 - share));
  const trials = effectiveCount(count, dependence, confidence);
  return { successes: share === 1 ? trials : share * trials, trials };
}
