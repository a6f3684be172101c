import { expect, test } from "vitest";
import { logEvent, readText, sourceContract } from "../source.contract.ts";

const REPORT = "REPORT RequestId: 7d1f0c52-3c5e-4bb0-9c1d-1a2b3c4d5e6f\tDuration: 3.10 ms\t";
const STREAM = "2026/03/04/[$LATEST]5ad1c7e09b3f4c2e8d6a7b9c0d1e2f30";

const start = {
  sessionStart: {
    requestId: "f0a1b2c3-0000-4000-8000-000000000001",
    sessionId: "f0a1b2c3-0000-4000-8000-000000000002",
    logGroupIdentifiers: ["arn:aws:logs:eu-west-1:123456789012:log-group:/aws/lambda/pay"],
    logStreamNames: [],
    logEventFilterPattern: "",
  },
};
const update = {
  sessionUpdate: {
    sessionMetadata: { sampled: false },
    sessionResults: [
      {
        logStreamName: STREAM,
        logGroupIdentifier: "123456789012:/aws/lambda/pay",
        message: `${REPORT}\n`,
        timestamp: 1_772_600_000_001,
        ingestionTime: 1_772_600_000_900,
      },
    ],
  },
};
const event = logEvent(REPORT, {
  timestamp: 1_772_600_000_001,
  logGroup: "/aws/lambda/pay",
  logStream: STREAM,
});

sourceContract([
  {
    title: "a session, line by line",
    text: [start, update, update].map((one) => `${JSON.stringify(one)}\n`).join(""),
    format: "live-tail",
    events: [event, event],
  },
  {
    title: "a session as an array",
    text: JSON.stringify([start, update], null, 2),
    format: "live-tail",
    events: [event],
  },
  {
    title: "only an update's content",
    text: JSON.stringify(update.sessionUpdate),
    format: "live-tail",
    events: [event],
  },
]);

test("a result without a message is told", async () => {
  const read = await readText(
    JSON.stringify({ sessionUpdate: { sessionResults: [{ timestamp: 5 }] } }),
  );
  expect(read.unreadable).toEqual(['{"timestamp":5}']);
});
