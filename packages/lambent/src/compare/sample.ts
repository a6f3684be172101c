import type { Invocation } from "../model/invocation.ts";
import type { TimeRange } from "../model/time-range.ts";
import { FunctionSample } from "./function-sample.ts";
import type { FunctionMeasurements, Measurements } from "./measurements.ts";

/** One side of a comparison, gathered invocation by invocation. Their order does not matter. */
export class Sample implements Measurements {
  readonly name: string;
  readonly notes: string[] = [];
  #functions = new Map<string, FunctionSample>();
  #firstMs = Infinity;
  #lastMs = -Infinity;

  constructor(name: string) {
    this.name = name;
  }

  add(invocation: Invocation): void {
    const { functionName, region, timestamp } = invocation;
    const key = `${functionName ?? ""}\n${region ?? ""}`;
    let sample = this.#functions.get(key);
    if (sample === undefined) {
      this.#functions.set(key, (sample = new FunctionSample(functionName, region)));
    }
    sample.add(invocation);
    if (timestamp === null) return;
    if (timestamp < this.#firstMs) this.#firstMs = timestamp;
    if (timestamp > this.#lastMs) this.#lastMs = timestamp;
  }

  get period(): TimeRange | null {
    if (this.#firstMs > this.#lastMs) return null;
    return { startMs: this.#firstMs, endMs: this.#lastMs };
  }

  get functions(): readonly FunctionMeasurements[] {
    return [...this.#functions.values()];
  }
}
