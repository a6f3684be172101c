import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { outsideData } from "../../../../../test/outside-data.ts";
import { logEvent, readText, sourceContract } from "../source.contract.ts";

const REPORT =
  "REPORT RequestId: 7d1f0c52-3c5e-4bb0-9c1d-1a2b3c4d5e6f\tDuration: 3.10 ms\tBilled Duration: 4 ms\tMemory Size: 128 MB\tMax Memory Used: 61 MB\t";
const STREAM = "2026/03/04/[$LATEST]5ad1c7e09b3f4c2e8d6a7b9c0d1e2f30";
const STACK = 'Error: "quoted" \\ back\n\tat handler (/var/task/index.js:3:9) – ü 漢 😀';

/** As `aws logs filter-log-events` prints it. */
const filtered = {
  events: [
    {
      logStreamName: STREAM,
      timestamp: 1_772_600_000_001,
      message: `${REPORT}\n`,
      ingestionTime: 1_772_600_004_000,
      eventId: "38500000000000000000000000000000000000000000000000000001",
    },
    {
      logStreamName: STREAM,
      timestamp: 1_772_600_000_002,
      message: STACK,
      ingestionTime: 1_772_600_004_000,
      eventId: "38500000000000000000000000000000000000000000000000000002",
    },
  ],
  searchedLogStreams: [{ logStreamName: STREAM, searchedCompletely: true }],
};
const filteredEvents = [
  logEvent(REPORT, { timestamp: 1_772_600_000_001, logStream: STREAM }),
  logEvent(STACK, { timestamp: 1_772_600_000_002, logStream: STREAM }),
];
const got = {
  events: [{ timestamp: 1_772_600_000_003, message: REPORT, ingestionTime: 1_772_600_004_000 }],
  nextForwardToken: "f/38500000000000000000000000000000000000000000000000000003/s",
  nextBackwardToken: "b/38500000000000000000000000000000000000000000000000000003/s",
};
const gotEvents = [logEvent(REPORT, { timestamp: 1_772_600_000_003 })];

sourceContract([
  {
    title: "FilterLogEvents, as the CLI prints it",
    text: JSON.stringify(filtered, null, 4),
    format: "filter-log-events",
    events: filteredEvents,
  },
  {
    title: "FilterLogEvents, two pages",
    text: `${JSON.stringify(filtered)}\n${JSON.stringify(filtered)}\n`,
    format: "filter-log-events",
    events: [...filteredEvents, ...filteredEvents],
  },
  {
    title: "FilterLogEvents, only the events (--query events)",
    text: JSON.stringify(filtered.events, null, 4),
    format: "filter-log-events",
    events: filteredEvents,
  },
  {
    title: "GetLogEvents",
    text: JSON.stringify(got, null, 4),
    format: "get-log-events",
    events: gotEvents,
  },
  {
    title: "GetLogEvents, tokens first",
    text: JSON.stringify({ nextForwardToken: "f/1", events: got.events }),
    format: "get-log-events",
    events: gotEvents,
  },
  {
    title: "foreign keys, and events with a message only",
    text: JSON.stringify({
      about: "made by hand",
      events: [{ message: REPORT, source: "x" }],
      more: [1],
    }),
    format: "filter-log-events",
    events: [logEvent(REPORT)],
  },
]);

test("an answer without events is no damage", async () => {
  const read = await readText('{"events": [], "searchedLogStreams": [{"logStreamName": "x"}]}');
  expect(read).toMatchObject({
    format: "filter-log-events",
    events: [],
    unreadable: [],
    problem: null,
  });
});

test("an element without a message is told; the others are read", async () => {
  const text = JSON.stringify({
    events: [{ message: REPORT }, { timestamp: 1 }, "text", { message: 7 }, { message: STACK }],
  });
  const read = await readText(text);
  expect(read.events).toEqual([logEvent(REPORT), logEvent(STACK)]);
  expect(read.unreadable).toEqual(['{"timestamp":1}', '"text"', '{"message":7}']);
});

test("a broken element costs only itself", async () => {
  const text = JSON.stringify(filtered).replace(
    '"eventId":"38500000000000000000000000000000000000000000000000000001"',
    "oops",
  );
  const read = await readText(`${text}\n${JSON.stringify(filtered)}`);
  expect(read.events).toEqual([filteredEvents[1], ...filteredEvents]);
  expect(read.unreadable).toHaveLength(1);
});

const sample = outsideData("logs/report-lines.json");

test.skipIf(!sample)("every event of the shared sample is read [needs outside data]", async () => {
  const text = readFileSync(sample as string, "utf8");
  const { events } = JSON.parse(text) as { events: { message: string }[] };
  const read = await readText(text);
  expect(read).toMatchObject({ format: "filter-log-events", unreadable: [], problem: null });
  expect(read.events.map((event) => event.message)).toEqual(
    events.map((event) => event.message.replace(/[\r\n]+$/, "")),
  );
});
