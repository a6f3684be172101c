import type { Invocation } from "../model/invocation.ts";
import type { TimeRange } from "../model/time-range.ts";
import { FunctionSample } from "./function-sample.ts";
import type { FunctionMeasurements, Measurements } from "./measurements.ts";

/**
 * One side of a comparison, gathered invocation by invocation. Their order does not matter, but for
 * a name that is used in several regions where some lines do not say which: these go to the first.
 */
export class Sample implements Measurements {
  readonly name: string;
  readonly notes: string[] = [];
  #functions = new Map<string | null, FunctionSample[]>();
  #firstMs = Infinity;
  #lastMs = -Infinity;

  constructor(name: string) {
    this.name = name;
  }

  add(invocation: Invocation): void {
    const { timestamp } = invocation;
    this.#sampleOf(invocation).add(invocation);
    if (timestamp === null) return;
    if (timestamp < this.#firstMs) this.#firstMs = timestamp;
    if (timestamp > this.#lastMs) this.#lastMs = timestamp;
  }

  get period(): TimeRange | null {
    if (this.#firstMs > this.#lastMs) return null;
    return { startMs: this.#firstMs, endMs: this.#lastMs };
  }

  get functions(): readonly FunctionMeasurements[] {
    return [...this.#functions.values()].flat();
  }

  /** Only streams that begin in the log name the region, so the same function comes without it too. */
  #sampleOf({ functionName, region }: Invocation): FunctionSample {
    let samples = this.#functions.get(functionName);
    if (samples === undefined) this.#functions.set(functionName, (samples = []));
    let sample = samples.find((one) => one.region === region || region === null);
    sample ??= samples.find((one) => one.region === null);
    if (sample === undefined) samples.push((sample = new FunctionSample(functionName, region)));
    sample.region ??= region;
    return sample;
  }
}
