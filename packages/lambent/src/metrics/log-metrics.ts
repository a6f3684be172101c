import type { Invocation } from "../model/invocation.ts";
import {
  FunctionMetrics,
  type FunctionIdentity,
  type FunctionMetricsState,
} from "./function-metrics.ts";
import { coarserLevels, FULL_SAMPLE, type SampleLevels } from "./sample-level.ts";

/** How many of each are kept in memory, over all functions. */
export type SampleCaps = SampleLevels;

/** 128 MB at most, whatever the size of the log: 8, 16 and 24 to 40 bytes each. */
export const DEFAULT_CAPS: SampleCaps = {
  requestIds: 4_194_304,
  spans: 4_194_304,
  environments: 1_048_576,
};

export interface LogMetricsState {
  readonly levels: SampleLevels;
  readonly functions: readonly FunctionMetricsState[];
}

/** The metrics of every function of a log. */
export class LogMetrics {
  #functions = new Map<string, FunctionMetrics[]>();
  #levels: SampleLevels = FULL_SAMPLE;
  #last: FunctionMetrics | null = null;
  #addedSinceCheck = 0;
  readonly #caps: SampleCaps;
  readonly #checkEvery: number;

  constructor(caps: SampleCaps = DEFAULT_CAPS) {
    this.#caps = caps;
    // Between two checks at most this much too much is kept; a check walks over all functions.
    this.#checkEvery = Math.max(1, Math.floor(caps.environments / 64));
  }

  /** In a fixed order: by name, region and architecture. */
  get functions(): FunctionMetrics[] {
    return [...this.#functions.values()].flat().toSorted(byIdentity);
  }

  /** What was thinned out; call `settle` first. */
  get levels(): SampleLevels {
    return this.#levels;
  }

  add(invocation: Invocation): void {
    let metrics = this.#last;
    if (metrics === null || !isOf(metrics.identity, invocation)) {
      metrics = this.#of({
        name: invocation.functionName,
        region: invocation.region,
        architecture: invocation.architecture,
      });
      this.#last = metrics;
    }
    metrics.add(invocation);
    if (++this.#addedSinceCheck >= this.#checkEvery) this.settle();
  }

  /** Adds what `wanted` says of the functions of `other`, which stays as it is. */
  merge(other: LogMetrics, wanted: (metrics: FunctionMetrics) => boolean = () => true): void {
    const functions = other.functions.filter(wanted);
    if (functions.length > 0) this.#thin(coarserLevels(this.#levels, other.#levels));
    for (const metrics of functions) {
      this.#of(metrics.identity).merge(metrics);
      this.settle();
    }
  }

  /** Thins what exceeds the caps. Results are the same for every order only after this. */
  settle(): void {
    this.#addedSinceCheck = 0;
    for (;;) {
      const kept = { requestIds: 0, spans: 0, environments: 0 };
      for (const group of this.#functions.values()) {
        for (const metrics of group) {
          kept.requestIds += metrics.requestIds.kept;
          kept.spans += metrics.spans.count;
          kept.environments += metrics.environments.count;
        }
      }
      const { requestIds, spans, environments } = this.#levels;
      const nextEnvironments = oneUpIf(kept.environments > this.#caps.environments, environments);
      const next: SampleLevels = {
        requestIds: oneUpIf(kept.requestIds > this.#caps.requestIds, requestIds),
        // Spans of an environment go with it; keeping to that makes their level one for all orders.
        spans: Math.max(nextEnvironments, oneUpIf(kept.spans > this.#caps.spans, spans)),
        environments: nextEnvironments,
      };
      if (isSame(next, this.#levels)) return;
      this.#thin(next);
    }
  }

  /** Plain objects, maps and typed arrays: can be sent to another thread. */
  toState(): LogMetricsState {
    this.settle();
    return { levels: this.#levels, functions: this.functions.map((metrics) => metrics.toState()) };
  }

  static fromState(state: LogMetricsState, caps: SampleCaps = DEFAULT_CAPS): LogMetrics {
    const log = new LogMetrics(caps);
    log.#levels = state.levels;
    for (const each of state.functions) {
      const metrics = FunctionMetrics.fromState(each);
      log.#group(metrics.identity.name).push(metrics);
    }
    return log;
  }

  #of(identity: FunctionIdentity): FunctionMetrics {
    const group = this.#group(identity.name);
    let metrics = group.find(
      (each) =>
        each.identity.name === identity.name &&
        each.identity.region === identity.region &&
        each.identity.architecture === identity.architecture,
    );
    if (metrics === undefined) {
      metrics = new FunctionMetrics(identity, this.#levels);
      group.push(metrics);
    }
    return metrics;
  }

  #group(name: string | null): FunctionMetrics[] {
    const key = name ?? "";
    let group = this.#functions.get(key);
    if (group === undefined) {
      group = [];
      this.#functions.set(key, group);
    }
    return group;
  }

  #thin(levels: SampleLevels): void {
    if (isSame(levels, this.#levels)) return;
    this.#levels = levels;
    for (const group of this.#functions.values()) for (const each of group) each.thin(levels);
  }
}

function isOf(identity: FunctionIdentity, invocation: Invocation): boolean {
  return (
    identity.name === invocation.functionName &&
    identity.region === invocation.region &&
    identity.architecture === invocation.architecture
  );
}

function oneUpIf(isOver: boolean, level: number): number {
  return isOver && level < 30 ? level + 1 : level;
}

function isSame(a: SampleLevels, b: SampleLevels): boolean {
  return a.requestIds === b.requestIds && a.spans === b.spans && a.environments === b.environments;
}

function byIdentity(a: FunctionMetrics, b: FunctionMetrics): number {
  return (
    compareText(a.identity.name, b.identity.name) ||
    compareText(a.identity.region, b.identity.region) ||
    compareText(a.identity.architecture, b.identity.architecture)
  );
}

function compareText(a: string | null, b: string | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  if (b === null) return -1;
  return a < b ? -1 : 1;
}
