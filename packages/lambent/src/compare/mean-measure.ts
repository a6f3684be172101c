import type { MeasureName, MeasureUnit } from "../model/comparison.ts";
import type { BlockTotal } from "../statistics/design-effect.ts";
import { meanDifference, meanOf, type MeanEstimate } from "../statistics/mean-interval.ts";
import { dependenceOf } from "./dependence.ts";
import type { Measure } from "./measure.ts";
import type { FunctionMeasurements, MeasurementBlock, Quantity } from "./measurements.ts";

interface MeanSource {
  readonly quantity: (side: FunctionMeasurements) => Quantity;
  /** Null: not kept by stretch of time, so independence has to be assumed. */
  readonly total: ((block: MeasurementBlock) => BlockTotal) | null;
  /** Factor from the unit of the quantity to that of the measure. */
  readonly scale: number;
}

/** A mean; its difference by Welch's interval. */
export function meanMeasure(name: MeasureName, unit: MeasureUnit, source: MeanSource): Measure {
  const { quantity, scale } = source;
  return {
    name,
    unit,
    count: (side) => quantity(side).count,
    value: (side) => (quantity(side).count === 0 ? null : quantity(side).mean * scale),
    difference: (before, after, confidence) => {
      const { low, mid, high } = meanDifference(
        estimate(source, before),
        estimate(source, after),
        confidence,
      );
      return { low: low * scale, mid: mid * scale, high: high * scale };
    },
  };
}

function estimate({ quantity, total }: MeanSource, side: FunctionMeasurements): MeanEstimate {
  const { count, mean, variance } = quantity(side);
  const independent = meanOf(count, mean, variance);
  const dependence = total === null ? null : dependenceOf(side.blocks.map(total), variance);
  if (dependence === null) return independent;
  const meanVariance = independent.meanVariance * dependence.effect;
  return { mean, meanVariance, degreesOfFreedom: dependence.degreesOfFreedom };
}
