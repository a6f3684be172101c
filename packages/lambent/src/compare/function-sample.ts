import type { Architecture } from "../model/architecture.ts";
import type { Invocation } from "../model/invocation.ts";
import { LogHistogram } from "../statistics/histogram.ts";
import type { FunctionMeasurements, MeasurementBlock, Quantity } from "./measurements.ts";
import { TimeBlocks } from "./time-blocks.ts";

const NANO = 1e9;

/** Invocations of one function, gathered for a comparison. Their order does not matter. */
export class FunctionSample implements FunctionMeasurements {
  readonly name: string | null;
  /** Null until a line names it. */
  region: string | null;
  readonly durationMs: LogHistogram = new LogHistogram();
  readonly initDurationMs: LogHistogram = new LogHistogram();
  readonly costNanoUsd: LogHistogram = new LogHistogram();
  invocations = 0;
  errors = 0;
  temperatureKnown = 0;
  coldStarts = 0;
  /** Of the first and the last invocation whose time is known. ms since the epoch; Infinity, -Infinity: none. */
  firstMs: number = Infinity;
  lastMs: number = -Infinity;
  #blocks = new TimeBlocks();
  #sizes = new Map<number, number>();
  #architectures = new Map<Architecture, number>();
  #usedMbByEnvironment = new Map<string, number>();
  /** Made when asked for, and again after more invocations. */
  #memoryUsed: LogHistogram | null = null;
  #timesUnknown = false;

  constructor(name: string | null, region: string | null) {
    this.name = name;
    this.region = region;
  }

  add(invocation: Invocation): void {
    const failed = invocation.status !== "success";
    const durationMs = failed ? null : invocation.durationMs;
    const costNanoUsd = invocation.costUsd === null ? null : invocation.costUsd * NANO;
    const { coldStart, initDurationMs, memorySizeMb, architecture } = invocation;
    this.invocations += 1;
    if (failed) this.errors += 1;
    if (coldStart !== null) this.temperatureKnown += 1;
    if (coldStart === true) this.coldStarts += 1;
    if (durationMs !== null) this.durationMs.add(durationMs);
    if (initDurationMs !== null) this.initDurationMs.add(initDurationMs);
    if (costNanoUsd !== null) this.costNanoUsd.add(costNanoUsd);
    if (memorySizeMb !== null) count(this.#sizes, memorySizeMb);
    if (architecture !== null) count(this.#architectures, architecture);
    this.#addMemoryUsed(invocation);
    const { timestamp } = invocation;
    if (timestamp === null) {
      this.#timesUnknown = true;
      return;
    }
    this.firstMs = Math.min(this.firstMs, timestamp);
    this.lastMs = Math.max(this.lastMs, timestamp);
    this.#blocks.add(timestamp, { failed, coldStart, durationMs, costNanoUsd });
  }

  get memorySizesMb(): readonly number[] {
    return mostFirst(this.#sizes, (a, b) => a - b);
  }

  get architectures(): readonly Architecture[] {
    return mostFirst(this.#architectures, (a, b) => (a < b ? -1 : 1));
  }

  get memoryUsedMb(): Quantity {
    if (this.#memoryUsed === null) {
      this.#memoryUsed = new LogHistogram();
      for (const usedMb of this.#usedMbByEnvironment.values()) this.#memoryUsed.add(usedMb);
    }
    return this.#memoryUsed;
  }

  get blocks(): readonly MeasurementBlock[] {
    return this.#timesUnknown ? [] : this.#blocks.inOrder();
  }

  /** Max Memory Used is the environment's maximum so far: its greatest value is the final one. */
  #addMemoryUsed({ logStream, maxMemoryUsedMb, memorySizeMb }: Invocation): void {
    if (logStream === null || maxMemoryUsedMb === null) return;
    const environment = `${memorySizeMb} ${logStream}`;
    const soFar = this.#usedMbByEnvironment.get(environment) ?? -1;
    if (maxMemoryUsedMb <= soFar) return;
    this.#memoryUsed = null;
    this.#usedMbByEnvironment.set(environment, maxMemoryUsedMb);
  }
}

function count<K>(counts: Map<K, number>, key: K): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

function mostFirst<K>(counts: Map<K, number>, order: (a: K, b: K) => number): K[] {
  return [...counts].toSorted((a, b) => b[1] - a[1] || order(a[0], b[0])).map(([key]) => key);
}
