import type { Architecture } from "../model/architecture.ts";
import type { FailureClass } from "../model/failure.ts";
import type { Invocation } from "../model/invocation.ts";
import { LogHistogram, type LogHistogramState } from "../statistics/histogram.ts";
import { BusySpans, type BusySpansState } from "./busy-spans.ts";
import { EnvironmentTable, NO_ROW, type EnvironmentTableState } from "./environment-table.ts";
import { RequestIds, type RequestIdsState } from "./request-ids.ts";
import { FULL_SAMPLE, type SampleLevels } from "./sample-level.ts";
import { SizeMetrics, type SizeMetricsState } from "./size-metrics.ts";
import { hashText } from "./text-hash.ts";
import { Timeline, type TimelineState } from "./timeline.ts";

/** What makes invocations the same function for us. Null: the log does not say. */
export interface FunctionIdentity {
  readonly name: string | null;
  readonly region: string | null;
  readonly architecture: Architecture | null;
}

/** Longer than this is worth a word: 20 s. */
export const LONG_RUNNING_MS = 20_000;
/** Largest time that a date can hold, ms (ECMA-262, "Time Values"). */
const LAST_TIME_MS = 8.64e15;
/** Stands for the log stream of every invocation that names none. */
export const UNKNOWN_STREAM: number = hashText("");

export interface FunctionMetricsState {
  readonly identity: FunctionIdentity;
  readonly counts: FunctionCounts;
  readonly errorsByClass: ReadonlyMap<FailureClass, number>;
  readonly timeoutSeconds: ReadonlyMap<number, number>;
  readonly sizes: readonly SizeMetricsState[];
  readonly startupMs: LogHistogramState;
  readonly coldElapsedMs: LogHistogramState;
  readonly billedDurationMs: LogHistogramState;
  readonly environments: EnvironmentTableState;
  readonly spans: BusySpansState;
  readonly requestIds: RequestIdsState;
  readonly timeline: TimelineState;
}

interface FunctionCounts {
  invocations: number;
  /** Status error or timeout. */
  errors: number;
  timeouts: number;
  /** Invocations in which a called service refused for too high a rate. */
  refusedCalls: number;
  /** Invocations without a time. */
  undated: number;
  coldStarts: number;
  coldStartUnknown: number;
  longRunning: number;
  /** First moment of an invocation and last, ms since the epoch; Infinity, -Infinity: unknown. */
  startMs: number;
  endMs: number;
}

/**
 * Everything measured about one function, invocation by invocation.
 *
 * Every result depends on the invocations alone: not on the order in which they were added, nor on
 * how they were split over several of these and merged. Sums are of whole numbers therefore.
 */
export class FunctionMetrics {
  readonly identity: FunctionIdentity;
  readonly counts: FunctionCounts = {
    invocations: 0,
    errors: 0,
    timeouts: 0,
    refusedCalls: 0,
    undated: 0,
    coldStarts: 0,
    coldStartUnknown: 0,
    longRunning: 0,
    startMs: Infinity,
    endMs: -Infinity,
  };
  readonly errorsByClass: Map<FailureClass, number> = new Map();
  /** How many timeouts took how many whole seconds: says what the function's timeout is. */
  readonly timeoutSeconds: Map<number, number> = new Map();
  /** Init and restore where an invocation had one. ms. */
  startupMs: LogHistogram = new LogHistogram();
  /** Duration plus init and restore, of cold starts. ms. */
  coldElapsedMs: LogHistogram = new LogHistogram();
  billedDurationMs: LogHistogram = new LogHistogram();
  environments: EnvironmentTable = new EnvironmentTable();
  spans: BusySpans = new BusySpans();
  requestIds: RequestIds = new RequestIds();
  timeline: Timeline = new Timeline();
  #sizes = new Map<number | null, SizeMetrics>();
  // The size and the stream of the invocation before: most often also those of the next.
  #lastSize = new SizeMetrics(Number.NaN);
  #lastStream: string | null = null;
  #lastStreamHash = UNKNOWN_STREAM;

  constructor(identity: FunctionIdentity, levels: SampleLevels = FULL_SAMPLE) {
    this.identity = identity;
    this.thin(levels);
  }

  add(invocation: Invocation): void {
    const { counts } = this;
    const { status, coldStart, durationMs } = invocation;
    counts.invocations++;
    if (coldStart === null) counts.coldStartUnknown++;
    else if (coldStart) counts.coldStarts++;
    if (durationMs > LONG_RUNNING_MS) counts.longRunning++;
    if (status !== "success") this.#addError(invocation);
    if (invocation.failure?.class === "throttle") counts.refusedCalls++;
    const mbMilliseconds = this.#sizeOf(invocation.memorySizeMb).add(invocation);
    if (isQuantity(invocation.billedDurationMs))
      this.billedDurationMs.add(invocation.billedDurationMs);
    const elapsedMs = this.#addStartup(invocation);
    // Node prints `undefined` as the id of an init error; that is no id.
    if (invocation.requestId.length > 9) this.requestIds.add(hashText(invocation.requestId));
    const row = this.#addEnvironment(invocation);
    const { timestamp } = invocation;
    if (timestamp === null || !(Math.abs(timestamp) <= LAST_TIME_MS)) {
      counts.undated++;
      return;
    }
    const startMs = Math.floor(timestamp - elapsedMs);
    if (startMs < counts.startMs) counts.startMs = startMs;
    if (timestamp > counts.endMs) counts.endMs = timestamp;
    this.timeline.add(timestamp, status !== "success", coldStart === true, mbMilliseconds);
    if (row !== NO_ROW || invocation.logStream === null) {
      this.spans.add(this.environments, row, timestamp, elapsedMs);
    }
  }

  merge(other: FunctionMetrics): void {
    const { counts } = this;
    for (const key of SUMS) counts[key] += other.counts[key];
    counts.startMs = Math.min(counts.startMs, other.counts.startMs);
    counts.endMs = Math.max(counts.endMs, other.counts.endMs);
    for (const [key, n] of other.errorsByClass) increase(this.errorsByClass, key, n);
    for (const [key, n] of other.timeoutSeconds) increase(this.timeoutSeconds, key, n);
    for (const size of other.#sizes.values()) this.#sizeOf(size.sizeMb).merge(size);
    this.startupMs.merge(other.startupMs);
    this.coldElapsedMs.merge(other.coldElapsedMs);
    this.billedDurationMs.merge(other.billedDurationMs);
    this.thin({ ...FULL_SAMPLE, environments: other.environments.level });
    this.spans.merge(this.environments, other.spans, this.environments.merge(other.environments));
    this.requestIds.merge(other.requestIds);
    this.timeline.merge(other.timeline);
  }

  /** Keeps less of what takes memory for each invocation (see `SampleLevels`). */
  thin(levels: SampleLevels): void {
    this.requestIds.thin(levels.requestIds);
    const rows = this.environments.thin(levels.environments);
    if (rows !== null) this.spans.remap(this.environments, rows);
    this.spans.thin(this.environments, Math.max(levels.spans, levels.environments));
  }

  /** By memory size, most invocations first; of equals the larger. Null size: not known. */
  get sizes(): SizeMetrics[] {
    return [...this.#sizes.values()].toSorted(
      (a, b) => b.invocations - a.invocations || (b.sizeMb ?? -1) - (a.sizeMb ?? -1),
    );
  }

  /** Duration of all invocations, without init. ms. A new histogram each time. */
  get durationMs(): LogHistogram {
    return this.#merged((size) => [size.warmMs, size.coldMs]);
  }

  /** Duration of invocations that are not known to be cold. ms. */
  get warmDurationMs(): LogHistogram {
    return this.#merged((size) => [size.warmMs]);
  }

  toState(): FunctionMetricsState {
    return {
      identity: this.identity,
      counts: { ...this.counts },
      errorsByClass: new Map(this.errorsByClass),
      timeoutSeconds: new Map(this.timeoutSeconds),
      sizes: this.sizes.map((size) => size.toState()),
      startupMs: this.startupMs.toState(),
      coldElapsedMs: this.coldElapsedMs.toState(),
      billedDurationMs: this.billedDurationMs.toState(),
      environments: this.environments.toState(),
      spans: this.spans.toState(),
      requestIds: this.requestIds.toState(),
      timeline: this.timeline.toState(),
    };
  }

  static fromState(state: FunctionMetricsState): FunctionMetrics {
    const metrics = new FunctionMetrics(state.identity);
    Object.assign(metrics.counts, state.counts);
    for (const [key, n] of state.errorsByClass) metrics.errorsByClass.set(key, n);
    for (const [key, n] of state.timeoutSeconds) metrics.timeoutSeconds.set(key, n);
    for (const size of state.sizes) metrics.#sizes.set(size.sizeMb, SizeMetrics.fromState(size));
    metrics.startupMs = LogHistogram.fromState(state.startupMs);
    metrics.coldElapsedMs = LogHistogram.fromState(state.coldElapsedMs);
    metrics.billedDurationMs = LogHistogram.fromState(state.billedDurationMs);
    metrics.environments = EnvironmentTable.fromState(state.environments);
    metrics.spans = BusySpans.fromState(state.spans);
    metrics.requestIds = RequestIds.fromState(state.requestIds);
    metrics.timeline = Timeline.fromState(state.timeline);
    return metrics;
  }

  #addError(invocation: Invocation): void {
    this.counts.errors++;
    const { failure, status } = invocation;
    const failureClass = failure?.class ?? (status === "timeout" ? "timeout" : null);
    if (failureClass !== null) increase(this.errorsByClass, failureClass, 1);
    if (status !== "timeout") return;
    this.counts.timeouts++;
    const seconds = Math.round(invocation.durationMs / 1_000);
    // No function may run longer than 15 minutes; this also bounds the map.
    if (seconds >= 1 && seconds <= 900) increase(this.timeoutSeconds, seconds, 1);
  }

  /** The answer is how long the environment was busy with this invocation. ms. */
  #addStartup(invocation: Invocation): number {
    const durationMs = isQuantity(invocation.durationMs) ? invocation.durationMs : 0;
    const { initDurationMs, restoreDurationMs, coldStart } = invocation;
    let elapsedMs = durationMs;
    if (isQuantity(initDurationMs) || isQuantity(restoreDurationMs)) {
      const init = isQuantity(initDurationMs) ? initDurationMs : 0;
      const startupMs = init + (isQuantity(restoreDurationMs) ? restoreDurationMs : 0);
      this.startupMs.add(startupMs);
      if (coldStart !== false) elapsedMs += startupMs;
    }
    if (coldStart === true) this.coldElapsedMs.add(elapsedMs);
    return elapsedMs;
  }

  /** The answer is the row of the environment; `NO_ROW` where it is not known or not kept. */
  #addEnvironment(invocation: Invocation): number {
    const { logStream, memorySizeMb, maxMemoryUsedMb } = invocation;
    if (logStream !== this.#lastStream) {
      this.#lastStream = logStream;
      this.#lastStreamHash = logStream === null ? UNKNOWN_STREAM : hashText(logStream);
    }
    const row = this.environments.row(this.#lastStreamHash, memorySizeMb ?? 0);
    if (row !== NO_ROW && maxMemoryUsedMb !== null) this.environments.used(row, maxMemoryUsedMb);
    return logStream === null ? NO_ROW : row;
  }

  #sizeOf(sizeMb: number | null): SizeMetrics {
    if (this.#lastSize.sizeMb === sizeMb) return this.#lastSize;
    let size = this.#sizes.get(sizeMb);
    if (size === undefined) {
      size = new SizeMetrics(sizeMb);
      this.#sizes.set(sizeMb, size);
    }
    this.#lastSize = size;
    return size;
  }

  #merged(parts: (size: SizeMetrics) => readonly LogHistogram[]): LogHistogram {
    const all = new LogHistogram();
    for (const size of this.#sizes.values()) for (const part of parts(size)) all.merge(part);
    return all;
  }
}

const SUMS = [
  "invocations",
  "errors",
  "timeouts",
  "refusedCalls",
  "undated",
  "coldStarts",
  "coldStartUnknown",
  "longRunning",
] as const;

function isQuantity(value: number | null): value is number {
  return value !== null && value >= 0 && value < Infinity;
}

function increase<K>(map: Map<K, number>, key: K, by: number): void {
  map.set(key, (map.get(key) ?? 0) + by);
}
