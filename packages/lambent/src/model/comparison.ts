import type { Architecture } from "./architecture.ts";
import type { Interval } from "./interval.ts";
import type { TimeRange } from "./time-range.ts";

/** Version of the JSON form; raised when a field changes meaning or goes. */
export const COMPARISON_VERSION = 1;

/** What changed between two sets of invocations, function by function. */
export interface Comparison {
  readonly schemaVersion: typeof COMPARISON_VERSION;
  readonly kind: "comparison";
  readonly before: ComparedSide;
  readonly after: ComparedSide;
  /** Chance, 0 to 1, that all intervals of this comparison are right together. */
  readonly confidence: number;
  /** Level of each single interval (Bonferroni): 1 − (1 − confidence) / intervals. */
  readonly intervalConfidence: number;
  /** How many intervals share the doubt. */
  readonly intervals: number;
  /** Worse first, then mixed, better, inside the noise, not enough data; within them by cost. */
  readonly functions: readonly ComparedFunction[];
  /** Functions that only the later side has. */
  readonly added: readonly LoneFunction[];
  /** Functions that only the earlier side has. */
  readonly removed: readonly LoneFunction[];
  /** Sentences a reader needs in order not to misread the figures. */
  readonly notes: readonly string[];
}

export interface ComparedSide {
  /** As the person named it: a path, a period, a version. */
  readonly name: string;
  /** First to last invocation; null where no line carries a time. */
  readonly period: TimeRange | null;
  readonly functions: number;
  readonly invocations: number;
}

/** Lower is better in every measure. */
export type ChangeVerdict = "better" | "worse" | "inside the noise" | "not enough data";

export interface ComparedFunction {
  /** Null: the logs do not say which function this is. */
  readonly name: string | null;
  /** Null: not known, or not the same on both sides. */
  readonly region: string | null;
  /** `mixed`: better in one measure, worse in another. */
  readonly verdict: ChangeVerdict | "mixed";
  /** What changed, in one plain sentence. */
  readonly sentence: string;
  readonly before: FunctionSide;
  readonly after: FunctionSide;
  /** In the order of `MEASURES`; a measure that neither side knows is left out. */
  readonly changes: readonly Change[];
}

export interface FunctionSide {
  readonly invocations: number;
  /** Every memory size seen, most invocations first. */
  readonly memorySizesMb: readonly number[];
  readonly architectures: readonly Architecture[];
}

/** Every measure, in the order in which it is shown. */
export const MEASURES = [
  "durationMean",
  "durationP50",
  "durationP95",
  "durationP99",
  "initMean",
  "coldStartShare",
  "errorRate",
  "memoryUsed",
  "usdPerMillion",
  "usdPerMonth",
] as const;

export type MeasureName = (typeof MEASURES)[number];

/** `share` is 0 to 1. */
export type MeasureUnit = "ms" | "share" | "MB" | "USD";

export interface Change {
  readonly measure: MeasureName;
  readonly unit: MeasureUnit;
  /** Null: not known on this side. */
  readonly before: number | null;
  readonly after: number | null;
  /** After − before; null where there is not enough data. */
  readonly difference: Interval | null;
  /** `difference` as a share of `before`; null where that is 0 or unknown. */
  readonly relative: Interval | null;
  readonly verdict: ChangeVerdict;
}

export interface LoneFunction {
  readonly name: string | null;
  readonly region: string | null;
  readonly invocations: number;
  /** Null where no invocation has a known cost. */
  readonly usdPerMillion: number | null;
}
