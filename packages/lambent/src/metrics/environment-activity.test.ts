import fc from "fast-check";
import { expect, test } from "vitest";
import { BusySpans } from "./busy-spans.ts";
import { environmentActivity } from "./environment-activity.ts";
import { EnvironmentTable, NO_ROW } from "./environment-table.ts";
import { hashText } from "./text-hash.ts";

interface Span {
  readonly stream: string | null;
  readonly startMs: number;
  readonly endMs: number;
}

function activityOf(list: readonly Span[]): ReturnType<typeof environmentActivity> {
  const table = new EnvironmentTable();
  const spans = new BusySpans();
  for (const { stream, startMs, endMs } of list) {
    const row = stream === null ? NO_ROW : table.row(hashText(stream), 128);
    spans.add(table, row, endMs, endMs - startMs);
  }
  return environmentActivity(spans, table.count);
}

const span = (stream: string | null, startMs: number, endMs: number): Span => ({
  stream,
  startMs,
  endMs,
});

test("gaps are between neighbours in time, whatever the order of the lines", () => {
  const { idleGapsMs } = activityOf([
    span("a", 1_000, 1_100),
    span("a", 0, 100),
    span("b", 50, 60),
    span("a", 400, 500),
  ]);
  expect(idleGapsMs.count).toBe(2);
  expect(idleGapsMs.min).toBe(300);
  expect(idleGapsMs.max).toBe(500);
});

test("an end and a start at the same moment do not overlap", () => {
  expect(activityOf([span("a", 0, 10), span("b", 10, 20)]).maxConcurrency).toBe(1);
  expect(activityOf([span("a", 0, 11), span("b", 10, 20)]).maxConcurrency).toBe(2);
});

test("one environment never counts twice, though its log lines overlap", () => {
  const { maxConcurrency, idleGapsMs } = activityOf([span("a", 0, 100), span("a", 90, 200)]);
  expect(maxConcurrency).toBe(1);
  expect(idleGapsMs.max).toBe(0);
});

test("without log streams, invocations count instead of environments", () => {
  const { maxConcurrency, idleGapsMs } = activityOf([span(null, 0, 100), span(null, 90, 200)]);
  expect(maxConcurrency).toBe(2);
  expect(idleGapsMs.count).toBe(0);
});

test("nothing seen", () => {
  expect(activityOf([]).maxConcurrency).toBe(0);
});

test("agrees with counting at every start, for spans that do not overlap inside an environment", () => {
  const lists = fc
    .array(
      fc.array(fc.tuple(fc.integer({ min: 0, max: 50 }), fc.integer({ min: 1, max: 50 })), {
        maxLength: 12,
      }),
      { maxLength: 6 },
    )
    .map((streams) =>
      streams.flatMap((steps, stream) => {
        let now = 0;
        return steps.map(([idle, busy]) => {
          const startMs = now + idle;
          now = startMs + busy;
          return span(`stream ${stream}`, startMs, now);
        });
      }),
    );
  fc.assert(
    fc.property(lists, fc.infiniteStream(fc.nat()), (list, keys) => {
      const atStart = list.map(
        (at) => list.filter((s) => s.startMs <= at.startMs && at.startMs < s.endMs).length,
      );
      const shuffled = list
        .map((each) => ({ each, key: keys.next().value as number }))
        .toSorted((a, b) => a.key - b.key)
        .map(({ each }) => each);
      expect(activityOf(shuffled).maxConcurrency).toBe(Math.max(0, ...atStart));
    }),
  );
});
