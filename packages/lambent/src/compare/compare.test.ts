import { expect, test } from "vitest";
import type { Change, ComparedFunction, Comparison, MeasureName } from "../model/comparison.ts";
import type { Invocation } from "../model/invocation.ts";
import { sfc32, type Random } from "../statistics/seeded-random.ts";
import { compareMeasurements } from "./compare.ts";
import { Sample } from "./sample.ts";

const START_MS = Date.UTC(2026, 0, 1);
const HOUR_MS = 3_600_000;

const invocation = (fields: Partial<Invocation>): Invocation => ({
  requestId: "r",
  functionName: "orders",
  logGroup: null,
  logStream: null,
  timestamp: null,
  status: "success",
  errorType: null,
  coldStart: false,
  durationMs: 100,
  billedDurationMs: null,
  memorySizeMb: 512,
  maxMemoryUsedMb: null,
  initDurationMs: null,
  initBilled: null,
  restoreDurationMs: null,
  billedRestoreDurationMs: null,
  traceId: null,
  sampled: null,
  architecture: null,
  region: null,
  billingIdentity: null,
  failure: null,
  costUsd: null,
  ...fields,
});

const sample = (name: string, invocations: readonly Partial<Invocation>[]): Sample => {
  const result = new Sample(name);
  for (const fields of invocations) result.add(invocation(fields));
  return result;
};

const normal = (random: Random): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** `count` invocations over a day with log-normal durations around `medianMs`. */
const traffic = (
  random: Random,
  count: number,
  medianMs: number,
  more: (i: number) => Partial<Invocation> = () => ({}),
): Partial<Invocation>[] =>
  Array.from({ length: count }, (_, i) => ({
    timestamp: START_MS + Math.floor(random() * 24 * HOUR_MS),
    durationMs: Math.round(medianMs * Math.exp(0.3 * normal(random)) * 100) / 100,
    ...more(i),
  }));

const only = (comparison: Comparison): ComparedFunction => {
  const [first, ...others] = comparison.functions;
  expect(others).toEqual([]);
  if (first === undefined) throw new Error("no function was compared");
  return first;
};

const changeIn = (one: ComparedFunction, measure: MeasureName): Change => {
  const change = one.changes.find((candidate) => candidate.measure === measure);
  if (change === undefined) throw new Error(`${measure} was not compared`);
  return change;
};

test("a function that became 20 % faster is called faster, with the interval around the truth", () => {
  const random = sfc32(1);
  const one = only(
    compareMeasurements(
      sample("before", traffic(random, 2_000, 100)),
      sample("after", traffic(random, 2_000, 80)),
    ),
  );
  expect(one.verdict).toBe("better");
  const p50 = changeIn(one, "durationP50");
  expect(p50.verdict).toBe("better");
  expect(p50.difference?.low).toBeLessThan(-20);
  expect(p50.difference?.high).toBeGreaterThan(-20);
  expect(p50.relative?.mid).toBeCloseTo(-0.2, 1);
  expect(one.sentence).toMatch(
    /^p95 fell by \d+ ms \(−\d+ %, 95 % interval −\d+ to −\d+ ms\): faster\.$/,
  );
});

test("errors rise and duration falls: mixed, both in the sentence, failures not counted as fast", () => {
  const random = sfc32(2);
  const failing = (i: number): Partial<Invocation> =>
    i % 10 === 0 ? { status: "error", durationMs: 1 } : {};
  const one = only(
    compareMeasurements(
      sample("before", traffic(random, 1_000, 100)),
      sample("after", traffic(random, 1_000, 70, failing)),
    ),
  );
  expect(one.verdict).toBe("mixed");
  expect(changeIn(one, "errorRate")).toMatchObject({ before: 0, after: 0.1, verdict: "worse" });
  expect(changeIn(one, "durationMean").after).toBeGreaterThan(60);
  expect(one.sentence).toMatch(
    /^The error rate rose by 10 points \(.*\): less reliable; but p95 fell by .*: faster\.$/,
  );
});

test("the same distribution on both sides is inside the noise", () => {
  const random = sfc32(3);
  const one = only(
    compareMeasurements(
      sample("before", traffic(random, 500, 100)),
      sample("after", traffic(random, 500, 100)),
    ),
  );
  expect(one.verdict).toBe("inside the noise");
  expect(one.sentence).toMatch(
    /^No change beyond the noise: p95 by −\d+ to \+\d+ ms \(95 % interval\)\.$/,
  );
});

test("nine invocations on a side are not enough data", () => {
  const random = sfc32(4);
  const comparison = compareMeasurements(
    sample("before", traffic(random, 9, 100)),
    sample("after", traffic(random, 1_000, 50)),
  );
  expect(comparison.intervals).toBe(0);
  expect(only(comparison)).toMatchObject({
    verdict: "not enough data",
    sentence:
      "Not enough data to judge: 9 invocations before, 1,000 invocations after; " +
      "at least 10 are needed on each side.",
  });
});

test("fifty invocations are enough for the mean, not for p99", () => {
  const random = sfc32(5);
  const one = only(
    compareMeasurements(
      sample("before", traffic(random, 50, 100)),
      sample("after", traffic(random, 50, 50)),
    ),
  );
  expect(changeIn(one, "durationMean").verdict).toBe("better");
  expect(changeIn(one, "durationP99")).toMatchObject({
    verdict: "not enough data",
    difference: null,
    relative: null,
  });
});

test("cold starts, init, memory and dollars, per million and per month at the later traffic", () => {
  const random = sfc32(6);
  const side =
    (coldEvery: number, initMs: number, usedMb: number, costUsd: number) => (i: number) => ({
      coldStart: i % coldEvery === 0,
      initDurationMs: i % coldEvery === 0 ? initMs + 10 * random() : null,
      logStream: `stream ${i % 40}`,
      // An environment's maximum grows; only the last value counts.
      maxMemoryUsedMb: i < 40 ? 1 : usedMb + (i % 40),
      costUsd: costUsd * (0.9 + 0.2 * random()),
    });
  const one = only(
    compareMeasurements(
      sample("before", traffic(random, 2_000, 100, side(10, 400, 200, 3e-6))),
      sample("after", traffic(random, 1_000, 100, side(40, 250, 240, 2e-6))),
    ),
  );
  expect(changeIn(one, "coldStartShare")).toMatchObject({
    before: 0.1,
    after: 0.025,
    verdict: "better",
  });
  expect(changeIn(one, "initMean").difference?.mid).toBeCloseTo(-150, -1);
  expect(changeIn(one, "memoryUsed")).toMatchObject({
    before: 219.5,
    after: 259.5,
    verdict: "worse",
  });
  const perMillion = changeIn(one, "usdPerMillion");
  expect(perMillion.difference?.mid).toBeCloseTo(-1, 1);
  expect(perMillion.verdict).toBe("better");
  // 1,000 invocations in a little under a day, at 2e-6 dollars each.
  const perMonth = changeIn(one, "usdPerMonth");
  expect(perMonth.after).toBeGreaterThan(0.058);
  expect(perMonth.after).toBeLessThan(0.062);
  expect(perMonth.verdict).toBe("better");
});

test("what the logs do not tell is left out, never 0", () => {
  const comparison = compareMeasurements(
    sample("before", [{ coldStart: null, status: "error" }]),
    sample("after", [{ coldStart: null, status: "timeout" }]),
  );
  const one = only(comparison);
  expect(one.changes.map((change) => change.measure)).toEqual(["errorRate"]);
  expect(comparison.before.period).toBeNull();
});

test("functions of one side only are listed, a moved one is found by its name", () => {
  const named = (
    functionName: string | null,
    region: string | null = null,
  ): Partial<Invocation> => ({
    functionName,
    region,
    costUsd: 2e-6,
  });
  const comparison = compareMeasurements(
    sample("before", [
      named("old"),
      named("moved", "eu-west-1"),
      named(null),
      named("two", "eu-west-1"),
    ]),
    sample("after", [
      named("new"),
      named("moved", "us-east-1"),
      named(null),
      named("two", "eu-west-1"),
      named("two", "us-east-1"),
    ]),
  );
  expect(comparison.removed).toEqual([
    { name: "old", region: null, invocations: 1, usdPerMillion: 2 },
  ]);
  expect(comparison.added.map(({ name, region }) => [name, region])).toEqual([
    ["new", null],
    ["two", "us-east-1"],
  ]);
  expect(comparison.functions.map(({ name, region }) => [name, region])).toEqual([
    [null, null],
    ["moved", null],
    ["two", "eu-west-1"],
  ]);
});

test("the level of one interval follows from the number of intervals", () => {
  const random = sfc32(7);
  const many = (medianMs: number): Partial<Invocation>[] =>
    ["a", "b", "c"].flatMap((functionName) =>
      traffic(random, 30, medianMs, () => ({ functionName })),
    );
  const comparison = compareMeasurements(sample("x", many(100)), sample("y", many(100)));
  // Mean, p50, p95, p99, cold starts and errors of three functions.
  expect(comparison.intervals).toBe(18);
  expect(comparison.intervalConfidence).toBeCloseTo(1 - 0.05 / 18, 12);
});

test("the order of invocations does not matter, to the last bit", () => {
  const random = sfc32(8);
  const fields = (i: number): Partial<Invocation> => ({
    functionName: `f${i % 3}`,
    costUsd: random() * 1e-6,
    logStream: `s${i % 5}`,
    maxMemoryUsedMb: 60 + (i % 30),
  });
  const before = traffic(random, 3_000, 100, fields);
  const after = traffic(random, 3_000, 90, fields);
  const forwards = compareMeasurements(sample("b", before), sample("a", after));
  const backwards = compareMeasurements(
    sample("b", before.toReversed()),
    sample("a", after.toReversed()),
  );
  expect(backwards).toEqual(forwards);
});

test("a comparison in which nothing changed raises a false alarm in at most about 5 %", () => {
  const random = sfc32(9);
  let alarms = 0;
  const runs = 200;
  for (let run = 0; run < runs; run++) {
    const side = (): Sample =>
      sample(
        "same",
        ["a", "b"].flatMap((functionName) =>
          traffic(random, 120, 100, () => ({ functionName, coldStart: random() < 0.05 })),
        ),
      );
    const { functions } = compareMeasurements(side(), side());
    if (functions.some((one) => one.verdict !== "inside the noise")) alarms++;
  }
  expect(alarms / runs).toBeLessThanOrEqual(0.06);
});

test("slow stretches of time widen the intervals, so that they raise no false alarm either", () => {
  const random = sfc32(10);
  let alarms = 0;
  let naiveAlarms = 0;
  const runs = 60;
  for (let run = 0; run < runs; run++) {
    const side = (withTime: boolean): Sample => {
      const result: Partial<Invocation>[] = [];
      for (let stretch = 0; stretch < 40; stretch++) {
        const level = 100 * Math.exp(0.3 * normal(random));
        for (let i = 0; i < 40; i++) {
          const timestamp = withTime ? START_MS + stretch * HOUR_MS + i * 60_000 : null;
          result.push({ timestamp, durationMs: level * Math.exp(0.2 * normal(random)) });
        }
      }
      return sample("same", result);
    };
    const alarmed = (withTime: boolean): boolean =>
      only(compareMeasurements(side(withTime), side(withTime))).verdict !== "inside the noise";
    if (alarmed(true)) alarms++;
    if (alarmed(false)) naiveAlarms++;
  }
  expect(alarms / runs).toBeLessThanOrEqual(0.08);
  // Without times the dependence cannot be seen: this is what the blocks are for.
  expect(naiveAlarms / runs).toBeGreaterThan(0.3);
});

test("without enough stretches of time the result says that independence was assumed", () => {
  const random = sfc32(12);
  const timeless = (medianMs: number): Partial<Invocation>[] =>
    traffic(random, 50, medianMs, () => ({ timestamp: null }));
  const { notes } = compareMeasurements(sample("b", timeless(100)), sample("a", timeless(90)));
  expect(notes).toEqual([expect.stringMatching(/^For 1 of 1 functions .* taken as independent/)]);
});

test("what Lambda Insights tells of a function counts only where no REPORT of it is at hand", () => {
  const insights = { billingIdentity: "lambda-insights", timestamp: START_MS + HOUR_MS };
  const both = sample("both", [
    { ...insights, durationMs: 900 },
    { timestamp: START_MS, billingIdentity: "duration" },
    { ...insights, durationMs: 900 },
    { ...insights, functionName: "seats", timestamp: START_MS + 5 },
  ]);
  expect(both.functions.map((one) => [one.name, one.invocations, one.durationMs.mean])).toEqual([
    ["orders", 1, 100],
    ["seats", 1, 100],
  ]);
  expect(both.period).toEqual({ startMs: START_MS, endMs: START_MS + 5 });
  expect(both.fromInsights).toEqual({ counted: 1, leftOut: 2 });
  expect(both.unnamedReports).toBe(0);
  both.add(invocation({ functionName: null }));
  expect(both.fromInsights).toEqual({ counted: 0, leftOut: 3 });
  expect(both.unnamedReports).toBe(1);
});
