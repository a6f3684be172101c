import type { Architecture } from "../model/architecture.ts";
import type { TimeRange } from "../model/time-range.ts";
import type { RankedValues } from "../statistics/quantile-interval.ts";

/** Values of one quantity. `LogHistogram` is one. */
export interface Quantity extends RankedValues {
  /** NaN where there are no values. */
  readonly mean: number;
  /** Sample variance; NaN below two values. */
  readonly variance: number;
}

/** What a comparison needs to know of one function on one side. */
export interface FunctionMeasurements {
  readonly name: string | null;
  readonly region: string | null;
  readonly architectures: readonly Architecture[];
  /** Most invocations first. */
  readonly memorySizesMb: readonly number[];
  readonly invocations: number;
  /** Errors and timeouts. */
  readonly errors: number;
  /** Invocations of which it is known whether they were cold. */
  readonly temperatureKnown: number;
  readonly coldStarts: number;
  /** Of invocations that ended well: failing fast is not being fast. ms. */
  readonly durationMs: Quantity;
  /** Of cold starts whose init is known. ms. */
  readonly initDurationMs: Quantity;
  /** Of invocations whose cost is known. US dollars × 10^9. */
  readonly costNanoUsd: Quantity;
  /** Final Max Memory Used of each execution environment. MB. */
  readonly memoryUsedMb: Quantity;
  /** The same figures by stretch of time; empty where times are unknown. */
  readonly blocks: readonly MeasurementBlock[];
}

/** The figures of one stretch of time, by which is judged how much invocations depend on each other. */
export interface MeasurementBlock {
  readonly invocations: number;
  readonly errors: number;
  readonly temperatureKnown: number;
  readonly coldStarts: number;
  readonly durations: number;
  readonly durationTotalMs: number;
  readonly costs: number;
  readonly costTotalNanoUsd: number;
  /** How many durations are at or below a value (to within a log bucket). */
  durationsAtOrBelow(valueMs: number): number;
}

/** One side of a comparison. */
export interface Measurements {
  /** As the person named it: a path, a period, a version. */
  readonly name: string;
  /** First to last invocation; null where no time is known. */
  readonly period: TimeRange | null;
  readonly functions: readonly FunctionMeasurements[];
  /** Sentences a reader needs in order not to misread the figures of this side. */
  readonly notes: readonly string[];
}
