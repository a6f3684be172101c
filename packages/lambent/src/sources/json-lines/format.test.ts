import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { outsideData } from "../../../../../test/outside-data.ts";
import { logEvent, readText, sourceContract } from "../source.contract.ts";

const TIME = "2026-03-04T05:06:07.089Z";
const AT = Date.UTC(2026, 2, 4, 5, 6, 7, 89);
const platform = {
  time: TIME,
  type: "platform.report",
  record: {
    requestId: "a",
    status: "success",
    metrics: { durationMs: 1.5, billedDurationMs: 2, memorySizeMB: 128, maxMemoryUsedMB: 40 },
  },
};
const printed = {
  time: TIME,
  type: "function",
  record: "2026-03-04T05:06:07.089Z\ta\tINFO\thello\n",
};
const printedJson = {
  time: TIME,
  type: "function",
  record: { level: "INFO", requestId: "a", message: "hello" },
};
const extension = { time: TIME, type: "extension", record: "extension says" };
const own = {
  timestamp: TIME,
  level: "ERROR",
  requestId: "a",
  message: { errorType: "TypeError", errorMessage: "x is not a function" },
};
const metrics = {
  _aws: {
    Timestamp: AT,
    CloudWatchMetrics: [
      {
        Namespace: "LambdaInsights",
        Dimensions: [["function_name"]],
        Metrics: [{ Name: "cpu_total_time", Unit: "Milliseconds" }],
      },
    ],
  },
  event_type: "performance",
  function_name: "pay",
  request_id: "a",
  cpu_total_time: 12,
  used_memory_max: 61,
};

const records = [platform, printed, printedJson, extension, own, metrics];
const events = [
  logEvent(JSON.stringify(platform), { timestamp: AT }),
  logEvent("2026-03-04T05:06:07.089Z\ta\tINFO\thello", { timestamp: AT }),
  logEvent(JSON.stringify(printedJson.record), { timestamp: AT }),
  logEvent("extension says", { timestamp: AT }),
  logEvent(JSON.stringify(own), { timestamp: AT }),
  logEvent(JSON.stringify(metrics), { timestamp: AT }),
];
const lines = records.map((record) => `${JSON.stringify(record)}\n`);

sourceContract([
  { title: "one record a line", text: lines.join(""), format: "json-lines", events },
  {
    title: "records as they are posted: an array",
    text: JSON.stringify(records),
    format: "json-lines",
    events,
  },
  {
    title: "one array a line",
    text: `${JSON.stringify(records)}\n${JSON.stringify(records)}`,
    format: "json-lines",
    events: [...events, ...events],
  },
  {
    title: "records over several lines",
    text: records.map((record) => JSON.stringify(record, null, 2)).join("\n"),
    format: "json-lines",
    events,
  },
  {
    title: "an array over several lines",
    text: JSON.stringify(records, null, 2),
    format: "json-lines",
    events,
  },
  {
    title: "JSON and text in one",
    text: `START RequestId: a Version: 1\n${lines.join("")}REPORT RequestId: a\tDuration: 1 ms\nEND RequestId: a\n`,
    format: "mixed",
    // Text comes when enough of it is there: the joining of invocations does not need the order.
    events: [
      ...events,
      ...[
        "START RequestId: a Version: 1",
        "REPORT RequestId: a\tDuration: 1 ms",
        "END RequestId: a",
      ].map((line) => logEvent(line)),
    ],
  },
  {
    title: "text behind JSON",
    text: `${lines[0]}plain words\n`,
    format: "mixed",
    events: [events[0] as never, logEvent("plain words")],
  },
  {
    title: "text with a stray record",
    text: `plain words\n${lines[0]}`,
    format: "mixed",
    events: [events[0] as never, logEvent("plain words")],
  },
]);

describe("records", () => {
  test.each([
    [
      "an event of CloudWatch",
      { timestamp: AT, message: "REPORT x\n", logStreamName: "s", logGroupName: "g" },
      logEvent("REPORT x", { timestamp: AT, logStream: "s", logGroup: "g" }),
    ],
    [
      "a row of Insights",
      { "@timestamp": "2026-03-04 05:06:07.089", "@message": "REPORT x" },
      logEvent("REPORT x", { timestamp: AT }),
    ],
    [
      "a record of a function, seconds",
      { level: "INFO", message: "m", timestamp: AT / 1_000 },
      logEvent(JSON.stringify({ level: "INFO", message: "m", timestamp: AT / 1_000 }), {
        timestamp: AT,
      }),
    ],
    [
      "a time as Powertools for Python prints it",
      { level: "INFO", timestamp: "2026-03-04 05:06:07,089+0000" },
      logEvent('{"level":"INFO","timestamp":"2026-03-04 05:06:07,089+0000"}', { timestamp: AT }),
    ],
    ["no time", { hello: 1 }, logEvent('{"hello":1}')],
    ["a time that is none", { timestamp: "yesterday" }, logEvent('{"timestamp":"yesterday"}')],
    [
      "a record null",
      { time: TIME, type: "platform.fault", record: null },
      logEvent(`{"time":"${TIME}","type":"platform.fault","record":null}`, { timestamp: AT }),
    ],
  ])("%s", async (_, record, event) => {
    // Behind another record, as a file of events of CloudWatch alone is another form.
    const read = await readText(`{}\n${JSON.stringify(record)}\n`);
    expect(read.events).toEqual([logEvent("{}"), event]);
  });

  test("text that begins like JSON is text", async () => {
    const text = "[ERROR] NameError: name 'now' is not defined\n{not json}\nREPORT RequestId: a\n";
    const read = await readText(text);
    expect(read.format).toBe("plain-text");
    expect(read.events.some((event) => event.message.startsWith("[ERROR] NameError"))).toBe(true);
  });

  test("broken records are told, and the next line is read", async () => {
    const read = await readText(`${lines[0]}{"time":"cut of\n${lines[1]}{"a":[1}\n${lines[3]}`);
    expect(read.events).toEqual([events[0], events[1], events[3]]);
    expect(read.unreadable).toHaveLength(2);
  });
});

const sample = outsideData("logs/platform-events.jsonl");

test.skipIf(!sample)("every record of the shared sample is read [needs outside data]", async () => {
  const text = readFileSync(sample as string, "utf8");
  const read = await readText(text);
  expect(read).toMatchObject({ format: "json-lines", unreadable: [], problem: null });
  expect(read.events).toHaveLength(text.trimEnd().split("\n").length);
  for (const event of read.events) expect(event.timestamp).toBeGreaterThan(Date.UTC(2020, 0));
});
