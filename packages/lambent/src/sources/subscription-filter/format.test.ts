import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { logEvent, readChunks, readText, sourceContract } from "../source.contract.ts";

const REPORT = "REPORT RequestId: 7d1f0c52-3c5e-4bb0-9c1d-1a2b3c4d5e6f\tDuration: 3.10 ms\t";
const PLATFORM =
  '{"time":"2026-03-04T05:06:07.000Z","type":"platform.start","record":{"requestId":"a","version":"1"}}';
const STREAM = "2026/03/04/[$LATEST]5ad1c7e09b3f4c2e8d6a7b9c0d1e2f30";

const data = {
  messageType: "DATA_MESSAGE",
  owner: "123456789012",
  logGroup: "/aws/lambda/pay",
  logStream: STREAM,
  subscriptionFilters: ["everything"],
  logEvents: [
    {
      id: "38500000000000000000000000000000000000000000000000000001",
      timestamp: 1_772_600_000_001,
      message: `${REPORT}\n`,
    },
    {
      id: "38500000000000000000000000000000000000000000000000000002",
      timestamp: 1_772_600_000_002,
      message: PLATFORM,
    },
  ],
};
const control = {
  messageType: "CONTROL_MESSAGE",
  owner: "CloudwatchLogs",
  logGroup: "",
  logStream: "",
  subscriptionFilters: [],
  logEvents: [
    {
      id: "",
      timestamp: 1_772_600_000_000,
      message: "CWL CONTROL MESSAGE: Checking health of destination Kinesis stream.",
    },
  ],
};
const place = { logGroup: "/aws/lambda/pay", logStream: STREAM };
const events = [
  logEvent(REPORT, { timestamp: 1_772_600_000_001, ...place }),
  logEvent(PLATFORM, { timestamp: 1_772_600_000_002, ...place }),
];
const payload = (value: unknown): string => gzipSync(JSON.stringify(value)).toString("base64");
const lambdaEvent = { awslogs: { data: payload(data) } };
const kinesisEvent = {
  Records: [data, control].map((value, i) => ({
    kinesis: {
      kinesisSchemaVersion: "1.0",
      partitionKey: "p",
      sequenceNumber: String(i),
      data: payload(value),
      approximateArrivalTimestamp: 1_772_600_000,
    },
    eventSource: "aws:kinesis",
  })),
};
const getRecords = {
  Records: [{ SequenceNumber: "1", Data: payload(data), PartitionKey: "p" }],
  MillisBehindLatest: 0,
};

sourceContract([
  { title: "a message", text: JSON.stringify(data), format: "subscription-filter", events },
  {
    title: "a message over several lines",
    text: JSON.stringify(data, null, 2),
    format: "subscription-filter",
    events,
  },
  {
    title: "a Lambda event",
    text: JSON.stringify(lambdaEvent, null, 2),
    format: "subscription-filter",
    events,
  },
  {
    title: "a Kinesis event",
    text: JSON.stringify(kinesisEvent),
    format: "subscription-filter",
    events,
  },
  {
    title: "an answer of GetRecords",
    text: JSON.stringify(getRecords),
    format: "subscription-filter",
    events,
  },
  {
    title: "a control message",
    text: JSON.stringify(control),
    format: "subscription-filter",
    events: [],
  },
]);

test("a Lambda event whose payload goes on behind the head", async () => {
  const many = {
    ...data,
    logEvents: Array.from({ length: 20_000 }, (_, i) => ({
      ...data.logEvents[0],
      message: `${i * 7919} ${REPORT}`,
    })),
  };
  const text = JSON.stringify({ awslogs: { data: payload(many) } });
  expect(text.length).toBeGreaterThan(70_000);
  const read = await readText(text);
  expect(read.format).toBe("subscription-filter");
  expect(read.events).toHaveLength(20_000);
});

test.each([
  ["is no gzip", Buffer.from("\x1f\x8bnothing", "latin1").toString("base64")],
  ["is no message", payload({ hello: "world" })],
  ["is cut off", payload(data).slice(0, 80)],
  // 200 MB of zeros: more than any payload of AWS may hold.
  ["is a bomb", gzipSync(Buffer.alloc(200_000_000)).toString("base64")],
])("a payload that %s is told, and the next is read", async (_, broken) => {
  const read = await readChunks([
    Buffer.from(`${JSON.stringify({ awslogs: { data: broken } })}\n${JSON.stringify(lambdaEvent)}`),
  ]);
  expect(read.events).toEqual(events);
  expect(read.unreadable).toHaveLength(1);
  expect(read.unreadable[0]?.length).toBeLessThanOrEqual(300);
});
