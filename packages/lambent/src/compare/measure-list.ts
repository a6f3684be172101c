import { meanMeasure } from "./mean-measure.ts";
import type { Measure } from "./measure.ts";
import { durationQuantile } from "./quantile-measure.ts";
import { shareMeasure } from "./share-measure.ts";

const MILLION = 1e6;
const PER_NANO = 1e-9;

/** Every measure that has an interval of its own, in the order in which it is shown. */
export const MEASURE_LIST: readonly Measure[] = [
  meanMeasure("durationMean", "ms", {
    quantity: (side) => side.durationMs,
    total: (block) => ({ count: block.durations, total: block.durationTotalMs }),
    scale: 1,
  }),
  durationQuantile("durationP50", 0.5),
  durationQuantile("durationP95", 0.95),
  durationQuantile("durationP99", 0.99),
  meanMeasure("initMean", "ms", {
    quantity: (side) => side.initDurationMs,
    total: null,
    scale: 1,
  }),
  shareMeasure("coldStartShare", {
    trials: (of) => of.temperatureKnown,
    successes: (of) => of.coldStarts,
  }),
  shareMeasure("errorRate", {
    trials: (of) => of.invocations,
    successes: (of) => of.errors,
  }),
  meanMeasure("memoryUsed", "MB", {
    quantity: (side) => side.memoryUsedMb,
    total: null,
    scale: 1,
  }),
  meanMeasure("usdPerMillion", "USD", {
    quantity: (side) => side.costNanoUsd,
    total: (block) => ({ count: block.costs, total: block.costTotalNanoUsd }),
    scale: PER_NANO * MILLION,
  }),
];
