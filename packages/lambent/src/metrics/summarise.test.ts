import { expect, test } from "vitest";
import { aDayOf, contextOf } from "../../../../test/advise-on.ts";
import { sampleInvocation } from "../../../../test/sample-invocation.ts";
import type { Assessment } from "../model/assessment.ts";
import type { Invocation } from "../model/invocation.ts";
import { pricesFor } from "../pricing/price-book.ts";
import { LogMetrics } from "./log-metrics.ts";
import { summarise, type LogSummary } from "./summarise.ts";

function summaryOf(invocations: readonly Invocation[]): LogSummary {
  const log = new LogMetrics();
  for (const invocation of invocations) log.add(invocation);
  return summarise(log, {
    assumedRegion: "us-east-1",
    assumedArchitecture: "x86_64",
    prices: pricesFor,
  });
}

function only(invocations: readonly Invocation[]): Assessment["functions"][number] {
  const { functions } = summaryOf(invocations);
  expect(functions).toHaveLength(1);
  return (functions[0] as (typeof functions)[number]).summary;
}

test("400,000 GB-seconds and a million requests, to the cent and to the free tier", () => {
  // 1,000 invocations stand for the million: the sums are linear.
  const list = Array.from({ length: 1_000 }, (_, i) =>
    sampleInvocation({
      requestId: `request id ${i}`,
      billedDurationMs: 3_200_000,
      memorySizeMb: 128,
    }),
  );
  const { totals, pricing } = summaryOf(list);
  expect(totals.gbSeconds).toBe(400_000);
  expect(totals.cost?.durationUsd).toBeCloseTo(6.66668, 10);
  expect(totals.cost?.requestsUsd).toBeCloseTo(0.0002, 12);
  expect(pricing.freeTier.coversUsd).toBeCloseTo(totals.cost?.totalUsd ?? 0, 12);
});

test("cost by what it was paid for", () => {
  const { cost } = only([
    sampleInvocation({ memorySizeMb: 1_024, durationMs: 999.2, billedDurationMs: 1_000 }),
    sampleInvocation({
      memorySizeMb: 1_024,
      coldStart: true,
      durationMs: 2.46,
      initDurationMs: 413.61,
      initBilled: true,
      billedDurationMs: 417,
    }),
    sampleInvocation({ memorySizeMb: 512, status: "error", durationMs: 500 }),
    sampleInvocation({ memorySizeMb: 512, status: "timeout", durationMs: 1_500 }),
  ]);
  const gbSecond = 0.0000166667;
  expect(cost?.durationUsd).toBeCloseTo(1.003 * gbSecond, 15);
  expect(cost?.initUsd).toBeCloseTo(0.414 * gbSecond, 15);
  expect(cost?.failedUsd).toBeCloseTo(1 * gbSecond, 15);
  expect(cost?.requestsUsd).toBeCloseTo(8e-7, 15);
});

test("init that is reported but not billed costs nothing", () => {
  const { cost, initTimeShare } = only([
    sampleInvocation({ coldStart: true, initDurationMs: 300, initBilled: false }),
  ]);
  expect(cost?.initUsd).toBe(0);
  expect(initTimeShare).toBe(0.75);
});

test("memory is each environment's final maximum, at the size used most", () => {
  const { memory, memorySizesMb } = only([
    sampleInvocation({ logStream: "a", maxMemoryUsedMb: 90 }),
    sampleInvocation({ logStream: "a", maxMemoryUsedMb: 70 }),
    sampleInvocation({ logStream: "b", maxMemoryUsedMb: 128 }),
    sampleInvocation({ logStream: "c", memorySizeMb: 512, maxMemoryUsedMb: 400 }),
  ]);
  expect(memorySizesMb).toEqual([128, 512]);
  expect(memory).toMatchObject({ memorySizeMb: 128, environments: 2, atLimit: 1 });
  expect(memory?.usedMb).toMatchObject({ count: 2, min: 90, max: 128 });
});

test("retries are invocations beyond the first with the same id, in one function", () => {
  const again = { requestId: "11111111-1111-4111-8111-111111111111" };
  expect(only([again, again, again, {}].map((fields) => sampleInvocation(fields))).retries).toBe(2);
});

test("timeouts are errors too, and have a class though nothing named it", () => {
  const summary = only([
    sampleInvocation({ status: "timeout" }),
    sampleInvocation({ status: "error" }),
    sampleInvocation(),
    sampleInvocation(),
  ]);
  expect(summary).toMatchObject({ errors: 2, timeouts: 1, errorRate: 0.5 });
  expect(summary.errorsByClass).toEqual({ timeout: 1 });
});

test("the period begins with the first init and ends with the last report", () => {
  const { period, monthFactor } = summaryOf([
    sampleInvocation({
      timestamp: 10_000,
      durationMs: 500,
      coldStart: true,
      initDurationMs: 1_500,
    }),
    sampleInvocation({ timestamp: 8_000 + 86_400_000 }),
  ]);
  expect(period).toEqual({ startMs: 8_000, endMs: 8_000 + 86_400_000 });
  expect(monthFactor).toBe(30);
});

test("unknown is null: no price, no billed duration, no time, no temperature", () => {
  const elsewhere = only([sampleInvocation({ region: "xx-nowhere-1" })]);
  expect(elsewhere).toMatchObject({ cost: null, costUnknown: 1, costShare: null });
  const bare = only([
    sampleInvocation({
      timestamp: null,
      logStream: null,
      coldStart: null,
      billedDurationMs: null,
      memorySizeMb: null,
      maxMemoryUsedMb: null,
    }),
  ]);
  expect(bare).toMatchObject({
    cost: null,
    memory: null,
    concurrency: null,
    idleGapsMs: null,
    coldStartShare: null,
    billedDurationMs: null,
    timeline: [],
  });
});

test("throttles are null: Lambda's own leave no line, and those of called services are errors", () => {
  const refused = {
    class: "throttle",
    confidence: 0.9,
    runtime: null,
    errorType: null,
    message: null,
    evidence: [],
  } as const;
  const list = [sampleInvocation({ status: "error", failure: refused }), sampleInvocation()];
  expect(only(list)).toMatchObject({ throttles: null, errorsByClass: { throttle: 1 } });
  expect(summaryOf(list).totals.throttles).toBeNull();
});

test("without log streams the number of environments is not known", () => {
  const list = [null, null, "a"].map((logStream, i) =>
    sampleInvocation({ requestId: `request id ${i}`, logStream, timestamp: i * 10_000 }),
  );
  const { memory, concurrency } = only(list.slice(0, 2));
  expect([memory?.environments, concurrency?.environments]).toEqual([null, null]);
  expect(memory?.usedMb.count).toBe(1);
  expect(summaryOf(list.slice(0, 2)).notes.join()).toContain("1 function came without log streams");
  const mixed = only(list);
  expect([mixed.memory?.environments, mixed.concurrency?.environments]).toEqual([null, null]);
  expect(only(list.slice(2)).memory?.environments).toBe(1);
});

test.each([
  ["1 in 101", 1, true],
  ["1 in 100", 0, true],
  ["2 in 101", 2, false],
])("no figures per month where more than 1 %% carry no time: %s", (_name, undated, isKnown) => {
  const list = Array.from({ length: undated === 0 ? 100 : 101 }, (_, i) =>
    sampleInvocation({
      requestId: `request id ${i}`,
      timestamp: i < Math.max(1, undated) ? null : i * 3_600_000,
    }),
  );
  const { totals, monthFactor, notes } = summaryOf(list);
  expect(totals.costPerMonthUsd !== null).toBe(isKnown);
  expect(monthFactor !== null).toBe(isKnown);
  expect(notes.some((note) => note.includes("carry no time"))).toBe(!isKnown);
});

test("the period that was asked for is the basis of a month", () => {
  const log = new LogMetrics();
  for (const timestamp of [3_600_000, 7_300_000]) log.add(sampleInvocation({ timestamp }));
  const place = {
    assumedRegion: "us-east-1",
    assumedArchitecture: "x86_64",
    prices: pricesFor,
  } as const;
  const day = { startMs: 0, endMs: 86_400_000 };
  const { monthFactor, notes } = summarise(log, { ...place, asked: day });
  expect(monthFactor).toBe(30);
  expect(notes.join()).toContain("the period that was asked for");
  expect(summarise(log, place).monthFactor).toBeGreaterThan(600);
  const tenMinutes = { startMs: 7_000_000, endMs: 7_600_000 };
  expect(summarise(log, { ...place, asked: tenMinutes }).monthFactor).toBeNull();
});

test("functions come most expensive first and shares add up", () => {
  const { functions, totals } = contextOf(
    aDayOf(100, () => ({ functionName: "small" })),
    aDayOf(100, () => ({ functionName: "large", memorySizeMb: 1_024 })),
  );
  expect(functions.map(({ summary }) => summary.name)).toEqual(["large", "small"]);
  expect(functions.reduce((sum, { summary }) => sum + (summary.costShare ?? 0), 0)).toBeCloseTo(1);
  const timeline = functions.flatMap(({ summary }) => summary.timeline);
  const binned = timeline.reduce((sum, bin) => sum + bin.costUsd, 0);
  expect(binned).toBeCloseTo(totals.cost?.totalUsd ?? 0, 12);
});

test("an empty log", () => {
  const { totals, period, functions, notes } = summaryOf([]);
  expect(totals).toMatchObject({ functions: 0, invocations: 0, cost: null });
  expect([period, functions, notes]).toEqual([null, [], []]);
});

test("lines that do not name the region are of the one region that others name", () => {
  const named = Array.from({ length: 3 }, (_, i) =>
    sampleInvocation({ requestId: `named ${i}`, functionName: "pay", region: "eu-west-1" }),
  );
  const unnamed = Array.from({ length: 2 }, (_, i) =>
    sampleInvocation({ requestId: `unnamed ${i}`, functionName: "pay", region: null }),
  );
  expect(only([...unnamed, ...named])).toMatchObject({
    name: "pay",
    region: "eu-west-1",
    invocations: 5,
  });
  const other = sampleInvocation({ requestId: "other", functionName: "pay", region: "us-east-1" });
  const regions = summaryOf([...named, ...unnamed, other]).functions.map(
    ({ summary }) => summary.region,
  );
  expect(new Set(regions)).toEqual(new Set(["eu-west-1", "us-east-1", null]));
});

test("pasted lines of one region are one function, and the reader is told how to name it", () => {
  const unnamed = (region: string | null): Invocation =>
    sampleInvocation({ functionName: null, region, requestId: `in ${region}` });
  const pasted = summaryOf([unnamed(null), unnamed("eu-west-1"), unnamed(null)]);
  expect(pasted.functions.map(({ summary }) => [summary.region, summary.invocations])).toEqual([
    ["eu-west-1", 3],
  ]);
  const mixed = summaryOf([unnamed(null), unnamed("eu-west-1"), unnamed("us-east-1")]);
  expect(mixed.functions).toHaveLength(3);
  expect(pasted.notes.join()).toContain("3 invocations are. Name it with --function NAME");
  const named = summaryOf([sampleInvocation({ functionName: "orders" })]);
  expect(named.notes.join()).not.toContain("--function");
});
