import type { Architecture } from "./architecture.ts";
import type { FailureClass } from "./failure.ts";
import type { Finding } from "./finding.ts";
import type { TimeRange } from "./time-range.ts";

/** Version of the JSON form; raised when a field changes meaning or goes. */
export const ASSESSMENT_VERSION = 1;

/** The one result that every renderer reads. JSON form: `schema/assessment.schema.json`. */
export interface Assessment {
  readonly schemaVersion: typeof ASSESSMENT_VERSION;
  readonly kind: "report";
  /** First to last log event of an invocation; null where no line carries a time. */
  readonly period: TimeRange | null;
  readonly sources: readonly SourceSummary[];
  /** What could not be read or joined, summed over the sources. */
  readonly unread: UnreadSummary;
  readonly pricing: PricingBasis;
  readonly totals: Totals;
  /** Most expensive first. */
  readonly functions: readonly FunctionSummary[];
  /** Ordered by dollars a month, then by harm. */
  readonly findings: readonly Finding[];
  /** Groups of like errors over all functions, most frequent first. */
  readonly errorGroups: readonly ErrorGroup[];
  /** Sentences a reader needs in order not to misread the figures. */
  readonly notes: readonly string[];
}

export interface SourceSummary {
  /** Path as given, a store path with `--store`, or `-` for standard input. */
  readonly name: string;
  /** Format as detected: `s3-export`, `subscription-filter`, … */
  readonly format: string;
  readonly bytes: number;
  readonly invocations: number;
  /** Why this source could not be read to its end; null where it could. */
  readonly problem: string | null;
}

export interface UnreadSummary {
  /** Lines that look like a REPORT and cannot be read as one. */
  readonly malformedReports: number;
  /** Up to five of them, cut to 300 characters. */
  readonly examples: readonly string[];
  /** Failure lines whose invocation is not in the logs. */
  readonly orphanFailures: number;
  /** Invocations that were started but have no REPORT in the logs. */
  readonly unfinished: number;
  /** Lines whose billed duration follows from no known rule. */
  readonly billingMismatches: number;
  /** Log events that the Telemetry API said it dropped. */
  readonly droppedRecords: number;
  /** Records that appear more than once in the sources and were counted once. */
  readonly duplicates: number;
}

/** Which prices the dollars stand on. */
export interface PricingBasis {
  /** Region used where the log does not name one. */
  readonly assumedRegion: string;
  readonly assumedArchitecture: Architecture;
  /** Date of the price table, ISO 8601 day. */
  readonly asOf: string;
  readonly freeTier: FreeTierUse;
}

/** The free tier applies once per account and month, so it is shown apart and never subtracted. */
export interface FreeTierUse {
  /** Dollars that the free tier would take off, if this account used it for nothing else. */
  readonly coversUsd: number;
  readonly months: number;
}

/** Dollars by what they were paid for. Null: not known from these logs. */
export interface CostComponents {
  /** Duration of invocations that ended well, without billed init. */
  readonly durationUsd: number;
  /** Billed init and restore. */
  readonly initUsd: number;
  /** Duration of invocations that failed or timed out. */
  readonly failedUsd: number;
  readonly requestsUsd: number;
  readonly totalUsd: number;
}

export interface Totals {
  readonly functions: number;
  readonly invocations: number;
  readonly errors: number;
  readonly timeouts: number;
  /** Invocations that Lambda refused before they began. Null: not in these logs. */
  readonly throttles: number | null;
  readonly coldStarts: number;
  /** Invocations of which it is not known whether they were cold. */
  readonly coldStartUnknown: number;
  /** Invocations beyond the first with the same request id. */
  readonly retries: number;
  readonly gbSeconds: number;
  /** Null where no line carries a billed duration and a memory size. */
  readonly cost: CostComponents | null;
  /**
   * `cost.totalUsd` scaled to 30 days; null where the period is under an hour or unknown, and
   * where more than 1 % of the invocations carry no time. The period is the one that was asked for,
   * where both its ends were.
   */
  readonly costPerMonthUsd: number | null;
  /** Invocations whose cost is unknown (no billed duration or no memory size in their line). */
  readonly costUnknown: number;
}

/** Quantiles of one quantity: exact below 10,000 values, else within 1 % (log-bucket histogram). */
export interface Distribution {
  readonly count: number;
  readonly min: number;
  readonly mean: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  /** Up to 48 bars over a logarithmic axis, for pictures: lower bound, upper bound, how many. */
  readonly bars: readonly (readonly [low: number, high: number, count: number])[];
}

export interface FunctionSummary {
  /** Null: the logs do not say which function this is. */
  readonly name: string | null;
  readonly region: string | null;
  readonly architecture: Architecture | null;
  /** Every memory size seen, most invocations first. */
  readonly memorySizesMb: readonly number[];
  readonly invocations: number;
  readonly errors: number;
  /** Errors and timeouts as a share of invocations, 0 to 1. */
  readonly errorRate: number;
  readonly timeouts: number;
  /** As in `Totals`; calls that other services refused are in `errorsByClass`. */
  readonly throttles: number | null;
  readonly errorsByClass: Readonly<Partial<Record<FailureClass, number>>>;
  readonly coldStarts: number;
  readonly coldStartUnknown: number;
  /** Share of invocations whose temperature is known, 0 to 1; null where none is. */
  readonly coldStartShare: number | null;
  /** Init as a share of init plus duration, 0 to 1. */
  readonly initTimeShare: number | null;
  readonly retries: number;
  readonly durationMs: Distribution;
  readonly initDurationMs: Distribution | null;
  readonly billedDurationMs: Distribution | null;
  readonly memory: MemoryUse | null;
  readonly concurrency: Concurrency | null;
  readonly idleGapsMs: Distribution | null;
  readonly cost: CostComponents | null;
  readonly costUnknown: number;
  readonly costPerMonthUsd: number | null;
  /** Share of the cost of all functions, 0 to 1. */
  readonly costShare: number | null;
  readonly gbSeconds: number;
  /** At most 96 bins of equal width over the whole period of the assessment, oldest first. */
  readonly timeline: readonly TimelineBin[];
}

/** Memory over execution environments, at the memory size that served most invocations. */
export interface MemoryUse {
  readonly memorySizeMb: number;
  /** Execution environments seen (log streams); null where the log names no stream. */
  readonly environments: number | null;
  /** Of each environment's final maximum; lines without a stream count as one. MB. */
  readonly usedMb: Distribution;
  /** Invocations whose Max Memory Used equals the size: a suspicion of pressure, never a fact. */
  readonly atLimit: number;
}

export interface Concurrency {
  /** Execution environments that were busy at the same time, at most. */
  readonly max: number;
  /** Resolution of the sweep; `max` is exact at this step. */
  readonly resolutionMs: number;
  /** Null where the log names no stream. */
  readonly environments: number | null;
}

export interface TimelineBin {
  /** Start of the bin, milliseconds since the epoch. */
  readonly startMs: number;
  readonly invocations: number;
  readonly errors: number;
  readonly coldStarts: number;
  readonly costUsd: number;
}

/** Errors that differ only in numbers, ids and paths. */
export interface ErrorGroup {
  readonly function: string | null;
  readonly class: FailureClass;
  readonly errorType: string | null;
  /** The message with what varies taken out. */
  readonly pattern: string;
  readonly count: number;
  readonly firstSeenMs: number | null;
  readonly lastSeenMs: number | null;
  /** One message as printed, and the request id it belongs to. */
  readonly example: { readonly message: string; readonly requestId: string };
  readonly confidence: number;
}
