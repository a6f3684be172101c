import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { logEvent, readChunks, readText, sourceContract } from "../source.contract.ts";

const message = (n: number): object => ({
  messageType: "DATA_MESSAGE",
  owner: "123456789012",
  logGroup: `/aws/lambda/f${n}`,
  logStream: "2026/03/04/[$LATEST]5ad1c7e09b3f4c2e8d6a7b9c0d1e2f30",
  subscriptionFilters: ["all"],
  logEvents: [
    { id: String(n), timestamp: 1_772_600_000_000 + n, message: `REPORT RequestId: ${n}\n` },
  ],
});
const event = (n: number): ReturnType<typeof logEvent> =>
  logEvent(`REPORT RequestId: ${n}`, {
    timestamp: 1_772_600_000_000 + n,
    logGroup: `/aws/lambda/f${n}`,
    logStream: "2026/03/04/[$LATEST]5ad1c7e09b3f4c2e8d6a7b9c0d1e2f30",
  });
const control = {
  messageType: "CONTROL_MESSAGE",
  owner: "CloudwatchLogs",
  logGroup: "",
  logStream: "",
  subscriptionFilters: [],
  logEvents: [],
};
const texts = [1, 2, 3].map((n) => JSON.stringify(message(n)));
const events = [1, 2, 3].map(event);

sourceContract([
  {
    title: "messages without anything between them",
    text: texts.join(""),
    format: "firehose",
    events,
  },
  { title: "messages line by line", text: `${texts.join("\n")}\n`, format: "firehose", events },
  {
    title: "a control message before them",
    text: [JSON.stringify(control), ...texts].join(""),
    format: "firehose",
    events,
  },
  {
    title: "the body of a post to an HTTP endpoint",
    text: JSON.stringify({
      requestId: "ed4acda5-034f-9f42-bba1-f29aea6d7d8f",
      timestamp: 1_772_600_000_100,
      records: texts.map((text) => ({ data: gzipSync(text).toString("base64") })),
    }),
    format: "firehose",
    events,
  },
]);

test("gzip members, also compressed once more by Firehose", async () => {
  const members = Buffer.concat(texts.map((text) => gzipSync(text)));
  for (const stored of [members, gzipSync(members)]) {
    expect(await readChunks([stored])).toMatchObject({ format: "firehose", events, problem: null });
  }
});

test("a member that is cut off does not cost those before it", async () => {
  const members = Buffer.concat(texts.map((text) => gzipSync(text)));
  const read = await readChunks([members.subarray(0, members.length - 20)]);
  expect(read.events).toEqual(events.slice(0, 2));
  expect(read.problem).toBe("Its gzip data is cut off: the end is missing.");
  expect(read.unreadable).toHaveLength(1);
});

test("garbage between messages is told, and the messages are read", async () => {
  const read = await readText(
    `${texts[0]}garbage${texts[1]}{"messageType":"DATA_MESSAGE","logEv${texts[2]}`,
  );
  expect(read.events.map((one) => one.message)).toEqual(events.map((one) => one.message));
  expect(read.unreadable.length).toBeGreaterThanOrEqual(2);
});
