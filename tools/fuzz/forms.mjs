import { gzipSync } from "node:zlib";

/** @typedef {import("./corpus.mjs").Event} Event */
/** @typedef {import("../synthetic-logs/random.mjs").Random} Random */

const GROUP = "/aws/lambda/orders";

/** @param {Event} event */
const time = (event) => new Date(event.atMs).toISOString();
/** @param {Event} event */
const asEvent = (event) => ({
  logStreamName: event.stream,
  timestamp: event.atMs,
  message: event.message,
  ingestionTime: event.atMs + 5,
  eventId: String(event.atMs),
});
/** @param {readonly Event[]} events */
const asSubscription = (events) => ({
  messageType: "DATA_MESSAGE",
  owner: "123456789012",
  logGroup: GROUP,
  logStream: events[0]?.stream ?? "",
  subscriptionFilters: ["all"],
  logEvents: events.map((event, i) => ({
    id: String(i),
    timestamp: event.atMs,
    message: event.message,
  })),
});
/** @param {string} field */
const csvField = (field) => (/[",\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field);

/**
 * Every form in which logs come, as text.
 * @type {Readonly<Record<string, (events: readonly Event[]) => string>>}
 */
export const FORMS = {
  "s3-export": (events) => events.map((event) => `${time(event)} ${event.message}\n`).join(""),
  "s3-export-crlf": (events) =>
    events.map((event) => `${time(event)} ${event.message}\r\n`).join(""),
  "aws-logs-tail": (events) =>
    events.map((event) => `${time(event)} ${event.stream} ${event.message}\n`).join(""),
  "sam-logs": (events) =>
    events.map((event) => `${event.stream} ${time(event)} ${event.message}\n`).join(""),
  plain: (events) => events.map((event) => `${event.message}\n`).join(""),
  mixed: (events) =>
    events
      .map((event, i) => (i % 2 === 0 ? `${event.message}\n` : `${time(event)} ${event.message}\n`))
      .join(""),
  "json-lines": (events) =>
    events
      .map(({ message, ...event }) =>
        message.startsWith("{")
          ? `${message}\n`
          : `${JSON.stringify({ time: time({ message, ...event }), type: "function", record: message })}\n`,
      )
      .join(""),
  subscription: (events) => JSON.stringify(asSubscription(events)),
  firehose: (events) =>
    [events.slice(0, events.length / 2), events.slice(events.length / 2)]
      .map((part) => JSON.stringify(asSubscription(part)))
      .join(""),
  "filter-log-events": (events) =>
    JSON.stringify({ events: events.map(asEvent), searchedLogStreams: [] }, null, 2),
  "get-log-events": (events) =>
    JSON.stringify({
      events: events.map(({ atMs, message }) => ({
        timestamp: atMs,
        message,
        ingestionTime: atMs,
      })),
      nextForwardToken: "f/1",
    }),
  "console-csv": (events) =>
    `timestamp,message\n${events.map((event) => `${event.atMs},${csvField(event.message)}\n`).join("")}`,
  "insights-results": (events) =>
    JSON.stringify({
      status: "Complete",
      results: events.map((event) => [
        { field: "@timestamp", value: time(event).replace("T", " ").replace("Z", "") },
        { field: "@message", value: event.message },
        { field: "@logStream", value: event.stream },
      ]),
    }),
};

/**
 * Every way in which bytes are stored.
 * @type {Readonly<Record<string, (bytes: Buffer) => Buffer>>}
 */
export const WRAPPERS = {
  plain: (bytes) => bytes,
  gzip: (bytes) => gzipSync(bytes, { level: 1 }),
  "gzip members": (bytes) =>
    Buffer.concat([
      gzipSync(bytes.subarray(0, bytes.length / 2), { level: 1 }),
      gzipSync(bytes.subarray(bytes.length / 2), { level: 1 }),
    ]),
  base64: (bytes) => Buffer.from(gzipSync(bytes, { level: 1 }).toString("base64")),
  "utf-16": (bytes) => Buffer.from(`\ufeff${bytes.toString()}`, "utf16le"),
};

/**
 * Bytes in chunks of random sizes, tiny ones among them.
 * @param {Random} random
 * @param {Buffer} bytes
 */
export function* chunks(random, bytes) {
  for (let at = 0; at < bytes.length;) {
    const size = random.pick([1, 7, 600, 4_096, 65_536, 262_144]);
    yield bytes.subarray(at, at + size);
    at += size;
  }
}
