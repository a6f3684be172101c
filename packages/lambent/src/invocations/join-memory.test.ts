import { describe, expect, test } from "vitest";
import type { LogEvent } from "../model/log-event.ts";
import { InvocationJoiner } from "./join.ts";
import type { JoinTally } from "./join.ts";
import { at, report, timedOut, pythonError } from "./join.samples.ts";

describe("memory is bounded", () => {
  function* many(count: number, make: (i: number) => LogEvent[]): Generator<LogEvent> {
    for (let i = 0; i < count; i += 1) yield* make(i);
  }
  function grown(events: Iterable<LogEvent>): {
    heap: number;
    invocations: number;
    tally: JoinTally;
  } {
    let invocations = 0;
    const joiner = new InvocationJoiner(() => (invocations += 1));
    const before = process.memoryUsage().heapUsed;
    for (const event of events) joiner.event(event);
    const heap = process.memoryUsage().heapUsed - before;
    return { heap, tally: joiner.end(), invocations };
  }

  test("100,000 streams, each with a REPORT, many with an error", () => {
    const { heap, invocations, tally } = grown(
      many(100_000, (i) => [at(i, pythonError(), `s${i}`), at(i, report(`r${i}`), `s${i}`)]),
    );
    expect(heap).toBeLessThan(150_000_000);
    expect(invocations).toBe(100_000);
    expect(tally.orphanFailures).toBe(0);
  });

  test("300,000 failures whose REPORT never comes, long ones among them", () => {
    const long = "x".repeat(20_000);
    const { heap, tally } = grown(
      many(300_000, (i) => [
        at(0, i % 50 === 0 ? `${timedOut(`r${i}`)} ${long}${i}` : timedOut(`r${i}`)),
      ]),
    );
    expect(heap).toBeLessThan(150_000_000);
    expect(tally.orphanFailures).toBe(300_000);
  });

  test("long lines of streams that never answer", () => {
    const { heap, tally } = grown(
      many(30_000, (i) => [at(0, `${pythonError()}${"x".repeat(6_000)}${i}`, `s${i}`)]),
    );
    expect(heap).toBeLessThan(150_000_000);
    expect(tally.orphanFailures).toBe(30_000);
  });
});
