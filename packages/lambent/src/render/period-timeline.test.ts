import { expect, test } from "vitest";
import { sampleAssessment } from "../../../../test/pages/sample-assessment.ts";
import type { TimelineBin } from "../model/assessment.ts";
import { periodTimeline } from "./period-timeline.ts";

function timelineOf(...timelines: (readonly TimelineBin[])[]): readonly TimelineBin[] {
  const sample = sampleAssessment();
  const [one] = sample.functions;
  if (one === undefined) throw new Error("the sample has no functions");
  return periodTimeline({
    ...sample,
    functions: timelines.map((timeline) => ({ ...one, timeline })),
  });
}

function bin(startMs: number, invocations: number): TimelineBin {
  return { startMs, invocations, errors: 0, coldStarts: 0, costUsd: 0 };
}

test("bins of different functions add up and gaps are empty bins", () => {
  const added = timelineOf([bin(0, 1), bin(10, 2), bin(50, 3)], [bin(10, 5), bin(20, 1)]);
  expect(added.map((one) => [one.startMs, one.invocations])).toEqual([
    [0, 1],
    [10, 7],
    [20, 1],
    [30, 0],
    [40, 0],
    [50, 3],
  ]);
});

test("no timeline, one bin", () => {
  expect(timelineOf([], [])).toEqual([]);
  expect(timelineOf([bin(5, 1)])).toHaveLength(1);
});

test("nothing is lost", () => {
  const sample = sampleAssessment();
  const whole = periodTimeline(sample).reduce((sum, one) => sum + one.invocations, 0);
  const parts = sample.functions.flatMap((one) => one.timeline.map((each) => each.invocations));
  expect(whole).toBe(parts.reduce((sum, one) => sum + one, 0));
});
