import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LogEvent } from "../../model/log-event.ts";
import { createTextLinesDecoder, LARGEST_EVENT_BYTES } from "./decoder.ts";

const TIME = "2026-03-04T05:06:07.089Z";
const STREAM = "2026/03/04/[$LATEST]5ad1c7e09b3f4c2e";
const NOWHERE = { logGroup: null, logStream: null };

interface Wanted {
  readonly needles?: readonly string[];
  readonly countedStart?: string;
  readonly bytes?: boolean;
}

function decode(
  chunks: Iterable<Buffer>,
  wanted: Wanted = {},
): { events: LogEvent[]; counted: number; seen: string[] } {
  const events: LogEvent[] = [];
  const seen: string[] = [];
  let counted = 0;
  const decoder = createTextLinesDecoder(NOWHERE, {
    needles: wanted.needles?.map((needle) => Buffer.from(needle)) ?? null,
    countedStart: wanted.countedStart === undefined ? null : Buffer.from(wanted.countedStart),
    counted: () => (counted += 1),
    event: (event) => events.push(event),
    unreadable: () => expect.fail("text is always readable"),
    ...(wanted.bytes === true
      ? {
          eventBytes: (bytes: Buffer, start: number, end: number) =>
            seen.push(bytes.toString("utf8", start, end)),
        }
      : {}),
  });
  for (const chunk of chunks) decoder.write(chunk);
  decoder.end();
  return { events, counted, seen };
}
const messages = (text: string): string[] =>
  decode([Buffer.from(text)]).events.map((one) => one.message);

function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
  const ends = [
    ...places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b),
    bytes.length,
  ];
  return ends.map((end, i) => bytes.subarray(ends[i - 1] ?? 0, end));
}

describe("events", () => {
  test.each([
    ["one a line", `${TIME} a\n${TIME} b\n`, ["a", "b"]],
    ["no line end at the end", `${TIME} a\n${TIME} b`, ["a", "b"]],
    ["CRLF", `${TIME} a\r\n${TIME} b\r\n`, ["a", "b"]],
    ["lines that go on", `${TIME} a\n  at x\nmore\n\n${TIME} b\n`, ["a\n  at x\nmore", "b"]],
    ["CRLF in an event", `${TIME} a\r\n  at x\r\n${TIME} b\r\n`, ["a\r\n  at x", "b"]],
    ["an empty message", `${TIME} \n${TIME} b\n`, ["", "b"]],
    [
      "X-Ray on the second line",
      `${TIME} REPORT x\t\nXRAY TraceId: 1\t\n\n${TIME} b\n`,
      ["REPORT x\t\nXRAY TraceId: 1\t", "b"],
    ],
    ["without prefixes, every line", "a\nb\n\nc\n", ["a", "b", "c"]],
    [
      "without prefixes, what goes on",
      "a\n  at x\n}\nTraceback (most recent call last):\nb\n",
      ["a\n  at x\n}\nTraceback (most recent call last):", "b"],
    ],
    ["without prefixes, a prefix later on", `a\n${TIME} b\n`, ["a", "b"]],
    [
      "platform lines without the prefix of the first line, and what stands behind them",
      `${TIME}\tid\tINFO\thello\nmore\nSTART RequestId: a\n[ERROR] x\n  at y\nEND RequestId: a\nREPORT RequestId: a\t\nXRAY TraceId: 1\n${TIME} b\n`,
      [
        `${TIME}\tid\tINFO\thello\nmore`,
        "START RequestId: a",
        "[ERROR] x\n  at y",
        "END RequestId: a",
        "REPORT RequestId: a\t\nXRAY TraceId: 1",
        "b",
      ],
    ],
    [
      "words that only resemble a platform line go on",
      `${TIME} a\nREPORT of the day\nSTARTED\n${TIME} b\n`,
      ["a\nREPORT of the day\nSTARTED", "b"],
    ],
    ["blank lines only", "\n\r\n\n", []],
    ["nothing", "", []],
    ["NUL bytes", `${TIME} a\0b\n${TIME} \0\n`, ["a\0b", "\0"]],
  ])("%s", (_, text, expected) => {
    expect(messages(text)).toEqual(expected);
  });

  test("bytes that are no UTF-8 become replacement characters, and lose no other event", () => {
    const bytes = Buffer.concat([
      Buffer.from(`${TIME} a`),
      Buffer.from([0xff, 0xc3, 0x0a]),
      Buffer.from(`${TIME} b\n`),
    ]);
    expect(decode([bytes]).events.map((one) => one.message)).toEqual(["a\ufffd\ufffd", "b"]);
  });

  test("a stream's name and the time come from the prefix", () => {
    const { events } = decode([Buffer.from(`${TIME} ${STREAM} a\n${TIME} b\n`)]);
    expect(events).toEqual([
      { message: "a", timestamp: Date.parse(TIME), logGroup: null, logStream: STREAM },
      { message: "b", timestamp: Date.parse(TIME), logGroup: null, logStream: null },
    ]);
  });
});

test.each(["\n", "\r\n"])("a time on a line of its own is the next line's (%j)", (end) => {
  const later = "2026-03-04T05:06:08.089Z";
  const text = [TIME, "START RequestId: a", later, `${later}\tid\tINFO\thello`, later, "REPORT"];
  for (const first of [[], ["INIT_START x"]]) {
    const { events } = decode([Buffer.from([...first, ...text].join(end))]);
    const found = events.slice(first.length).filter((one) => one.message !== "");
    expect(found.map((one) => [one.message, one.timestamp])).toEqual([
      ["START RequestId: a", Date.parse(TIME)],
      [`${later}\tid\tINFO\thello`, Date.parse(later)],
      ["REPORT", Date.parse(later)],
    ]);
  }
});

const line = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.constantFrom(`${TIME} REPORT a`, `${TIME} START b`, `${TIME} user`, `${TIME} `),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom(`${TIME} ${STREAM} REPORT b`, `${STREAM} ${TIME} START c`),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom("  at x", "", "START no", "REPORT", "}", "2026-", "2026/03/04/"),
  },
  {
    weight: 2,
    arbitrary: fc.constantFrom("START RequestId: f", "REPORT RequestId: f", "[ERROR] user", TIME),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(`${TIME} START d REPORT`, `${TIME} x START e`, `${TIME}\tREPORT`),
  },
  { weight: 1, arbitrary: fc.nat(70_000).map((length) => `${TIME} ${"é".repeat(length)}`) },
  { weight: 1, arbitrary: fc.nat(3).map((n) => `${" x\n".repeat(n * 9_000)}y`) },
);
const end = fc.constantFrom("\n", "\n", "\n", "\r\n", "\n\n");
const text = fc
  .array(fc.tuple(line, end), { maxLength: 40 })
  .map((lines) => Buffer.from(lines.flat().join("")));
const places = fc.array(fc.nat(), { maxLength: 12 });

describe("whatever the text", () => {
  test("it gives the same events in any chunks", () => {
    fc.assert(
      fc.property(text, places, (bytes, at) => {
        expect(decode(cut(bytes, at)).events).toEqual(decode([bytes]).events);
      }),
      { numRuns: 300 },
    );
    const bytes = Buffer.from(
      `${TIME} a\n  more\n${STREAM} ${TIME} REPORT b\r\n\r\n${TIME} c`.repeat(9),
    );
    const whole = decode([bytes]).events;
    for (const size of [1, 2, 3, 7, 64])
      expect(
        decode(
          Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) =>
            bytes.subarray(i * size, (i + 1) * size),
          ),
        ).events,
      ).toEqual(whole);
  });

  test("with needles it gives every event that holds one, and none that is not there", () => {
    fc.assert(
      fc.property(text, places, fc.boolean(), (bytes, at, withBytes) => {
        const all = decode([bytes]).events;
        const needles = ["REPORT", "user"];
        const found = decode(cut(bytes, at), { needles, bytes: withBytes });
        const isWanted = (one: LogEvent): boolean =>
          needles.some((needle) => one.message.includes(needle));
        // It may give more: no more than there are, in their order.
        let from = 0;
        for (const one of found.events) {
          const place = all.findIndex((other, i) => i >= from && other.message === one.message);
          expect(place).toBeGreaterThanOrEqual(from);
          from = place + 1;
        }
        expect(found.events.filter(isWanted)).toEqual(all.filter(isWanted));
        if (withBytes) expect(found.seen).toEqual(all.map((one) => one.message));
      }),
      { numRuns: 300 },
    );
  });

  test("starts are counted or given, each once, and are no part of another event", () => {
    fc.assert(
      fc.property(text, places, fc.boolean(), (bytes, at, withBytes) => {
        const all = decode([bytes]).events;
        const isStart = (one: LogEvent): boolean => one.message.startsWith("START ");
        const isWanted = (one: LogEvent): boolean =>
          one.message.includes("REPORT") && !isStart(one);
        const found = decode(cut(bytes, at), {
          needles: ["REPORT"],
          countedStart: "START ",
          bytes: withBytes,
        });
        expect(found.counted + found.events.filter(isStart).length).toBe(
          all.filter(isStart).length,
        );
        expect(found.events.filter(isWanted)).toEqual(all.filter(isWanted));
        for (const one of found.events) expect(all).toContainEqual(one);
      }),
      { numRuns: 300 },
    );
  });
});

describe("an event of 20 MB", () => {
  const MEGABYTE = 1_048_576;
  function* chunks(unit: string, first: string): Generator<Buffer> {
    yield Buffer.from(`${TIME} before\n${first}`);
    const piece = Buffer.from(unit.repeat(Math.ceil(65_536 / unit.length)));
    for (let i = 0; i < 20 * 16; i += 1) yield piece;
    yield Buffer.from(`\n${TIME} after\n`);
  }

  test.each([
    ["in one line", "x", `${TIME} `],
    ["in lines that go on", " x\n", `${TIME} `],
    ["in empty lines", "\n", `${TIME} x`],
    ["with words that are looked for", "REPORT ", `${TIME} `],
  ])("%s is cut, in little time and memory, and loses nothing else", (_, unit, first) => {
    for (const wanted of [{}, { needles: ["REPORT", "before", "after"] }]) {
      const before = process.memoryUsage().rss;
      const started = performance.now();
      const { events } = decode(chunks(unit, first), wanted);
      expect(performance.now() - started).toBeLessThan(4_000);
      expect(process.memoryUsage().rss - before).toBeLessThan(150 * MEGABYTE);
      expect(events[0]?.message).toBe("before");
      expect(events.at(-1)?.message).toBe("after");
      for (const { message } of events)
        expect(message.length).toBeLessThanOrEqual(LARGEST_EVENT_BYTES);
      expect(events.length).toBeLessThanOrEqual(3);
    }
  });

  test("without prefixes too", () => {
    const { events } = decode([
      Buffer.from("before\n"),
      Buffer.from("x".repeat(20 * MEGABYTE)),
      Buffer.from("\nafter, and well behind it\nlast one"),
    ]);
    expect(events.map((one) => one.message.slice(0, 9))).toEqual([
      "before",
      "xxxxxxxxx",
      "after, an",
      "last one",
    ]);
  });
});
