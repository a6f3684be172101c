import { describe, expect, test } from "vitest";
import type { Invocation } from "../model/invocation.ts";
import type { LogEvent } from "../model/log-event.ts";
import type { JoinOptions } from "./join.ts";
import {
  NOON,
  STREAM,
  GROUP,
  at,
  untimed,
  start,
  end,
  report,
  timedOut,
  nodeError,
  pythonError,
  join,
  brief,
  NOTHING_LOST,
} from "./join.samples.ts";

describe("one invocation", () => {
  test("is a success without a failure line, with its place", () => {
    const { invocations, tally } = join([
      at(0, start("a")),
      at(0, "hello"),
      at(0.1, end("a")),
      at(0.1, report("a")),
    ]);
    expect(tally).toEqual(NOTHING_LOST);
    expect(invocations).toEqual([
      {
        requestId: "a",
        functionName: "orders",
        logGroup: GROUP,
        logStream: STREAM,
        timestamp: NOON + 100,
        status: "success",
        errorType: null,
        coldStart: false,
        durationMs: 100,
        billedDurationMs: 100,
        memorySizeMb: 128,
        maxMemoryUsedMb: 60,
        initDurationMs: null,
        initBilled: null,
        restoreDurationMs: null,
        billedRestoreDurationMs: null,
        traceId: null,
        sampled: null,
        architecture: null,
        region: null,
        billingIdentity: "duration",
        failure: null,
        costUsd: null,
      },
    ]);
  });

  test("is joined from its lines in any order", () => {
    const lines = [
      at(0, start("a")),
      at(2, nodeError("a")),
      at(3, end("a")),
      at(3, report("a", 3_000)),
      at(3, timedOut("a")),
    ];
    for (const order of permutations(lines)) {
      const { invocations, tally } = join(order);
      expect(invocations).toHaveLength(1);
      expect(invocations[0]).toMatchObject({ status: "timeout", failure: { class: "timeout" } });
      expect(tally).toEqual(NOTHING_LOST);
    }
  });

  test("the log's name beats the place's, which beats the one that the user gave", () => {
    const named = (options: JoinOptions, event: LogEvent): unknown =>
      join([event], options).invocations[0]?.functionName;
    const event = at(0, report("a"));
    expect(named({ functionName: "mine", fallbackFunctionName: "place" }, event)).toBe("orders");
    expect(
      named({ functionName: "mine", fallbackFunctionName: "place" }, untimed(report("a"))),
    ).toBe("place");
    expect(named({ functionName: "mine" }, untimed(report("a")))).toBe("mine");
    expect(named({ fallbackFunctionName: "place" }, event)).toBe("orders");
    expect(named({ fallbackFunctionName: "place" }, untimed(report("a")))).toBe("place");
    expect(named({}, untimed(report("a")))).toBeNull();
  });
});

describe("failure lines", () => {
  test.each([
    [
      "a runtime's own error, before the REPORT",
      [at(0, nodeError("a")), at(0.1, report("a"))],
      "error",
    ],
    [
      "a timeout line behind the REPORT",
      [at(3, report("a", 3_000)), at(3, timedOut("a"))],
      "timeout",
    ],
    [
      "an error without an id, before the REPORT",
      [at(0, pythonError()), at(0.1, report("a"))],
      "error",
    ],
    ["`Status: timeout` and no line", [at(3, report("a", 3_000, "Status: timeout"))], "timeout"],
    [
      "`Status: error` and no line",
      [at(3, report("a", 3, "Status: error\tError Type: Runtime.ExitError"))],
      "error",
    ],
    [
      "an exit line behind the REPORT",
      [at(0, report("a")), at(0, "RequestId: a Process exited before completing request")],
      "error",
    ],
  ] as const)("%s", (_, events, status) => {
    const { invocations, tally } = join(events);
    expect(invocations).toHaveLength(1);
    expect(invocations[0]?.status).toBe(status);
    expect(invocations[0]?.failure).not.toBeNull();
    expect(tally.orphanFailures).toBe(0);
  });

  test("a line without an id belongs to the next REPORT of its stream only", () => {
    const other = "2026/03/04/[$LATEST]bbbb";
    expect(
      brief([
        at(0, report("before")),
        at(1, pythonError()),
        at(1, report("elsewhere"), other),
        at(2, report("own")),
        at(3, report("after")),
        at(3, report("other"), other),
      ]),
    ).toEqual([
      ["before", "success", null],
      ["elsewhere", "success", null],
      ["own", "error", "unhandled-exception"],
      ["after", "success", null],
      ["other", "success", null],
    ]);
  });

  test("an error that the function logged and handled fails nobody", () => {
    const events = [
      at(0, "2026-03-04T12:00:00.000Z\ta\tERROR\tcould not reach the cache, going on"),
      at(0.1, report("a")),
    ];
    expect(brief(events)).toEqual([["a", "success", null]]);
  });

  test("a printed record of a hundred thousand levels is no failure, and breaks nothing", () => {
    const deep = `${"[".repeat(100_000)}${"]".repeat(100_000)}`;
    const printed = `{"time":"2026-03-04T12:00:00Z","type":"function","record":["Error",${deep}]}`;
    expect(brief([at(0, printed), at(0, report("a"))])).toEqual([["a", "success", null]]);
  });

  test("of requests that have no REPORT are counted once a request", () => {
    const { invocations, tally } = join([
      at(0, start("a")),
      at(3, timedOut("a")),
      at(3, nodeError("a")),
      at(4, timedOut("b")),
    ]);
    expect(invocations).toEqual([]);
    expect(tally).toMatchObject({ orphanFailures: 2, unfinished: 1 });
  });

  test("without an id, and with no REPORT behind, are counted once a stream", () => {
    const { tally } = join([
      at(0, report("a")),
      at(1, pythonError()),
      at(2, pythonError()),
      at(2, pythonError(), "other"),
    ]);
    expect(tally.orphanFailures).toBe(2);
  });
});

describe("asynchronous retries, which have the same id", () => {
  const attempt = (seconds: number, line: string | null, stream = STREAM): LogEvent[] => [
    at(seconds, start("a"), stream),
    ...(line === null ? [] : [at(seconds + 0.05, line, stream)]),
    at(seconds + 0.1, report("a"), stream),
  ];
  const statuses = (events: Iterable<LogEvent>): unknown[] =>
    join(events).invocations.map((one) => one.status);

  test("each has the failure of its own time", () => {
    const failed = nodeError("a");
    expect(statuses([...attempt(0, failed), ...attempt(60, null)])).toEqual(["error", "success"]);
    expect(statuses([...attempt(0, null), ...attempt(60, failed)])).toEqual(["success", "error"]);
    expect(
      statuses([...attempt(0, failed), ...attempt(60, failed), ...attempt(180, null)]),
    ).toEqual(["error", "error", "success"]);
  });

  test("also in other environments, and in any order", () => {
    const failed = attempt(60, nodeError("a"), "other");
    expect(statuses([...failed.toReversed(), ...attempt(0, null)])).toEqual(["error", "success"]);
    expect(statuses([...attempt(0, null).toReversed(), ...failed])).toEqual(["success", "error"]);
  });
});

describe("interleaved streams", () => {
  test("give what they give one by one", () => {
    const streams = Array.from({ length: 40 }, (_, s) => {
      const stream = `2026/03/04/[$LATEST]${s}`;
      return Array.from({ length: 10 }, (__, i) => {
        const id = `${s}-${i}`;
        const lines = [at(i, start(id), stream)];
        if (i === 0) lines.unshift(at(i - 1, "INIT_START Runtime Version: nodejs:22.v1", stream));
        if ((s + i) % 3 === 0) lines.push(at(i, pythonError(`E${s}x${i}Error`), stream));
        if ((s + i) % 5 === 0) lines.push(at(i, nodeError(id), stream));
        return [...lines, at(i, end(id), stream), at(i, report(id), stream)];
      }).flat();
    });
    const mixed: LogEvent[] = [];
    for (let i = 0; i < 80; i += 1)
      for (const stream of streams) mixed.push(...stream.slice(i, i + 1));
    const sorted = (events: Iterable<LogEvent>): Invocation[] =>
      join(events).invocations.sort((a, b) => (a.requestId < b.requestId ? -1 : 1));
    const one = streams
      .flatMap((events) => join(events).invocations)
      .sort((a, b) => (a.requestId < b.requestId ? -1 : 1));
    expect(sorted(mixed)).toEqual(one);
    expect(one).toHaveLength(400);
    expect(one.filter((each) => each.status === "error").length).toBe(
      40 * 10 - one.filter((each) => each.status === "success").length,
    );
    expect(one.filter((each) => each.coldStart === true)).toHaveLength(40);
    // 0-3, 0-6 and 0-9 by Python's line, 0-5 by Node's, 0-0 by both.
    expect(
      one
        .filter((each) => each.requestId.startsWith("0-") && each.status === "error")
        .map((each) => each.requestId),
    ).toEqual(["0-0", "0-3", "0-5", "0-6", "0-9"]);
  });
});

describe("parts that are missing or too many", () => {
  test("no REPORT: counted as unfinished, and the next one is whole", () => {
    const { invocations, tally } = join([at(0, start("a")), at(1, start("b")), at(1, report("b"))]);
    expect(invocations.map((one) => one.requestId)).toEqual(["b"]);
    expect(tally.unfinished).toBe(1);
  });

  test("no START", () => {
    expect(join([at(0, report("a"))]).tally).toEqual(NOTHING_LOST);
  });

  test("REPORT lines twice are two: who reads several sources tells them apart", () => {
    expect(join([at(0, report("a")), at(0, report("a"))]).invocations).toHaveLength(2);
  });

  test("a REPORT that cannot be read is counted, shown, and cut", () => {
    const { invocations, tally } = join(
      Array.from({ length: 9 }, (_, i) => at(0, `REPORT RequestId: ${i} ${"x".repeat(1_000)}`)),
    );
    expect(invocations).toEqual([]);
    expect(tally.malformedReports).toBe(9);
    expect(tally.examples.map((one) => one.length)).toEqual([300, 300, 300, 300, 300]);
  });

  test("clocks that differ by some seconds lose no failure", () => {
    expect(brief([at(6, nodeError("a")), at(2, report("a"))])).toEqual([
      ["a", "error", "unhandled-exception"],
    ]);
    expect(join([at(60, nodeError("a")), at(2, report("a"))]).tally.orphanFailures).toBe(1);
  });

  test("without any time, what is there is joined", () => {
    expect(brief([untimed(nodeError("a")), untimed(report("a")), untimed(report("b"))])).toEqual([
      ["a", "error", "unhandled-exception"],
      ["b", "success", null],
    ]);
  });

  test("a line behind the REPORT reaches it across some hundred others, not across thousands", () => {
    const others = (count: number): LogEvent[] =>
      Array.from({ length: count }, (_, i) => at(3, report(`o${i}`)));
    const failed = (count: number): number =>
      join([at(3, report("a", 3_000)), ...others(count), at(3, timedOut("a"))]).invocations.filter(
        (one) => one.status === "timeout",
      ).length;
    expect(failed(500)).toBe(1);
    expect(failed(5_000)).toBe(0);
  });

  test("invocations come in the order of their REPORT lines", () => {
    const ids = Array.from({ length: 2_000 }, (_, i) => `r${i}`);
    expect(
      join(ids.map((id) => at(0, report(id)))).invocations.map((one) => one.requestId),
    ).toEqual(ids);
  });
});

function permutations<T>(items: readonly T[]): T[][] {
  if (items.length <= 1) return [[...items]];
  return items.flatMap((item, i) =>
    permutations(items.toSpliced(i, 1)).map((rest) => [item, ...rest]),
  );
}
