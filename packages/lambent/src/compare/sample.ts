import type { Invocation } from "../model/invocation.ts";
import { LAMBDA_INSIGHTS } from "../model/lambda-insights.ts";
import type { TimeRange } from "../model/time-range.ts";
import { FunctionSample } from "./function-sample.ts";
import type { Measurements } from "./measurements.ts";

/**
 * One side of a comparison, gathered invocation by invocation. Their order does not matter, but for
 * a name that is used in several regions where some lines do not say which: these go to the first.
 * What Lambda Insights events tell of a function counts only where no REPORT of it is at hand.
 */
export class Sample implements Measurements {
  readonly name: string;
  readonly notes: string[] = [];
  #reported = new Map<string | null, FunctionSample[]>();
  #insights = new Map<string | null, FunctionSample[]>();

  constructor(name: string) {
    this.name = name;
  }

  add(invocation: Invocation): void {
    const isInsights = invocation.billingIdentity === LAMBDA_INSIGHTS;
    sampleOf(isInsights ? this.#insights : this.#reported, invocation).add(invocation);
  }

  get period(): TimeRange | null {
    let startMs = Infinity;
    let endMs = -Infinity;
    for (const { firstMs, lastMs } of this.functions) {
      startMs = Math.min(startMs, firstMs);
      endMs = Math.max(endMs, lastMs);
    }
    return startMs > endMs ? null : { startMs, endMs };
  }

  get functions(): readonly FunctionSample[] {
    const counted = this.#insightsWhere((name) => !this.#isReported(name));
    return [...this.#reported.values(), ...counted].flat();
  }

  /** Of invocations that only Lambda Insights tells of: how many count, and how many do not. */
  get fromInsights(): { readonly counted: number; readonly leftOut: number } {
    return {
      counted: countOf(this.#insightsWhere((name) => !this.#isReported(name))),
      leftOut: countOf(this.#insightsWhere((name) => this.#isReported(name))),
    };
  }

  /** Invocations of REPORT lines of which the log does not name the function. */
  get unnamedReports(): number {
    return countOf([this.#reported.get(null) ?? []]);
  }

  /** REPORT lines without a name may be of any function. */
  #isReported(name: string | null): boolean {
    return this.#reported.has(name) || this.#reported.has(null);
  }

  #insightsWhere(wanted: (name: string | null) => boolean): FunctionSample[][] {
    return [...this.#insights].filter(([name]) => wanted(name)).map(([, samples]) => samples);
  }
}

/** Only streams that begin in the log name the region, so the same function comes without it too. */
function sampleOf(
  functions: Map<string | null, FunctionSample[]>,
  { functionName, region }: Invocation,
): FunctionSample {
  let samples = functions.get(functionName);
  if (samples === undefined) functions.set(functionName, (samples = []));
  let sample = samples.find((one) => one.region === region || region === null);
  sample ??= samples.find((one) => one.region === null);
  if (sample === undefined) samples.push((sample = new FunctionSample(functionName, region)));
  sample.region ??= region;
  return sample;
}

function countOf(samples: readonly (readonly FunctionSample[])[]): number {
  return samples.flat().reduce((sum, { invocations }) => sum + invocations, 0);
}
