import type { Invocation } from "../model/invocation.ts";
import { LogHistogram, type LogHistogramState } from "../statistics/histogram.ts";

export interface SizeMetricsState extends Readonly<SizeCounts> {
  readonly sizeMb: number | null;
  readonly warmMs: LogHistogramState;
  readonly coldMs: LogHistogramState;
}

interface SizeCounts {
  invocations: number;
  /** Invocations whose Max Memory Used reached the size. */
  atLimit: number;
  /** Invocations with a billed duration. */
  priced: number;
  timeouts: number;
  failed: number;
  /** Failures classed as memory that ran out. */
  outOfMemory: number;
  /** Billed milliseconds of invocations that ended well, without init and restore. */
  goodBilledMs: number;
  /** Billed milliseconds of init and restore, of all invocations. */
  startupBilledMs: number;
  /** Billed milliseconds of invocations that failed or timed out, without init and restore. */
  failedBilledMs: number;
  /** The part of `failedBilledMs` that timed out. */
  timeoutBilledMs: number;
}

/** One function at one memory size: whole-number sums, so that the order of adding is no matter. */
export class SizeMetrics implements SizeCounts {
  readonly sizeMb: number | null;
  invocations = 0;
  atLimit = 0;
  priced = 0;
  timeouts = 0;
  failed = 0;
  outOfMemory = 0;
  goodBilledMs = 0;
  startupBilledMs = 0;
  failedBilledMs = 0;
  timeoutBilledMs = 0;
  /** Duration of invocations that did not wait for an init, or of which that is not known. ms. */
  warmMs: LogHistogram = new LogHistogram();
  /** Duration, without init, of cold starts. ms. */
  coldMs: LogHistogram = new LogHistogram();

  constructor(sizeMb: number | null) {
    this.sizeMb = sizeMb;
  }

  get billedMs(): number {
    return this.goodBilledMs + this.startupBilledMs + this.failedBilledMs;
  }

  /** The answer is memory × billed duration, MB·ms; null where one of them is not known. */
  add(invocation: Invocation): number | null {
    const { durationMs, status } = invocation;
    this.invocations++;
    if (status !== "success") {
      this.failed++;
      if (invocation.failure?.class === "out-of-memory") this.outOfMemory++;
    }
    if (status === "timeout") this.timeouts++;
    if (durationMs >= 0 && durationMs < Infinity) {
      (invocation.coldStart === true ? this.coldMs : this.warmMs).add(durationMs);
    }
    const used = invocation.maxMemoryUsedMb;
    if (used !== null && this.sizeMb !== null && used >= this.sizeMb) this.atLimit++;
    const billed = invocation.billedDurationMs;
    if (billed === null || this.sizeMb === null || !(billed >= 0 && billed < Infinity)) return null;
    const billedMs = Math.round(billed);
    this.priced++;
    this.#addBilled(invocation, billedMs);
    return billedMs * this.sizeMb;
  }

  merge(other: SizeMetrics): void {
    for (const key of COUNTS) this[key] += other[key];
    this.warmMs.merge(other.warmMs);
    this.coldMs.merge(other.coldMs);
  }

  toState(): SizeMetricsState {
    const counts = Object.fromEntries(COUNTS.map((key) => [key, this[key]])) as Record<
      keyof SizeCounts,
      number
    >;
    return {
      sizeMb: this.sizeMb,
      ...counts,
      warmMs: this.warmMs.toState(),
      coldMs: this.coldMs.toState(),
    };
  }

  static fromState(state: SizeMetricsState): SizeMetrics {
    const metrics = new SizeMetrics(state.sizeMb);
    for (const key of COUNTS) metrics[key] = state[key];
    metrics.warmMs = LogHistogram.fromState(state.warmMs);
    metrics.coldMs = LogHistogram.fromState(state.coldMs);
    return metrics;
  }

  #addBilled(invocation: Invocation, billedMs: number): void {
    // Billed = ⌈Duration + Init⌉ (or + Billed Restore): what exceeds ⌈Duration⌉ is start-up.
    const withStartup =
      invocation.initBilled === true || (invocation.billedRestoreDurationMs ?? 0) > 0;
    const startupMs = withStartup
      ? Math.min(billedMs, Math.max(0, billedMs - Math.ceil(invocation.durationMs)))
      : 0;
    const workMs = billedMs - startupMs;
    this.startupBilledMs += startupMs;
    if (invocation.status === "success") this.goodBilledMs += workMs;
    else this.failedBilledMs += workMs;
    if (invocation.status === "timeout") this.timeoutBilledMs += workMs;
  }
}

const COUNTS: readonly (keyof SizeCounts)[] = [
  "invocations",
  "atLimit",
  "priced",
  "timeouts",
  "failed",
  "outOfMemory",
  "goodBilledMs",
  "startupBilledMs",
  "failedBilledMs",
  "timeoutBilledMs",
];
