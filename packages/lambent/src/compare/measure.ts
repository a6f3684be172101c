import type { MeasureName, MeasureUnit } from "../model/comparison.ts";
import type { Interval } from "../model/interval.ts";
import type { FunctionMeasurements } from "./measurements.ts";

/** One figure of a function that two sides can be compared by. Lower is better. */
export interface Measure {
  readonly name: MeasureName;
  readonly unit: MeasureUnit;
  /** How many values the figure of this side rests on. */
  count(side: FunctionMeasurements): number;
  /** Null where the count is 0. */
  value(side: FunctionMeasurements): number | null;
  /** After − before, in `unit`, where both counts are 10 or more; null where that is too few. */
  difference(
    before: FunctionMeasurements,
    after: FunctionMeasurements,
    confidence: number,
  ): Interval | null;
}
