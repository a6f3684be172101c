import fc from "fast-check";
import { expect, test } from "vitest";
import type { LogEvent } from "../model/log-event.ts";
import { anyLogEvent } from "./arbitraries.contract.ts";
import type { LogEventBlock } from "./log-event-block.ts";
import { LogEventBlockBuilder } from "./log-event-block-builder.ts";

function eventsOf(block: LogEventBlock): LogEvent[] {
  return Array.from({ length: block.count }, (_, i) => ({
    message: Buffer.from(block.bytes.subarray(block.starts[i], block.ends[i])).toString("utf8"),
    timestamp: Number.isNaN(block.timestampMs[i]) ? null : block.timestampMs[i]!,
    ...block.streams[block.stream[i]!]!,
  }));
}

test("events come out as they went in, whatever bytes they lie in and wherever blocks are taken", () => {
  const builder = new LogEventBlockBuilder();
  const part = fc.record({
    events: fc.array(anyLogEvent, { maxLength: 12 }),
    gap: fc.string({ maxLength: 5 }),
    take: fc.boolean(),
  });
  fc.assert(
    fc.property(fc.array(part, { maxLength: 6 }), (parts) => {
      const found: LogEvent[] = [];
      for (const { events, gap, take } of parts) {
        // The events of a part lie in the same bytes, with something between them.
        const source = Buffer.from(events.map((event) => gap + event.message).join(""));
        let at = 0;
        for (const { message, timestamp, logGroup, logStream } of events) {
          const start = at + Buffer.byteLength(gap);
          at = start + Buffer.byteLength(message);
          builder.add(source, start, at, timestamp, logGroup, logStream);
        }
        if (take) found.push(...eventsOf(builder.take()));
      }
      found.push(...eventsOf(builder.take()));
      expect(builder.byteLength).toBe(0);
      expect(found).toEqual(parts.flatMap(({ events }) => events));
    }),
  );
});

test("more events and bytes than there was room for at first", () => {
  const builder = new LogEventBlockBuilder();
  const events = Array.from({ length: 20_000 }, (_, i) => ({
    message: `${i} ${"x".repeat(i % 200)}`,
    timestamp: i,
    logGroup: "group",
    logStream: `stream ${i % 3}`,
  }));
  for (const { message, timestamp, logGroup, logStream } of events) {
    const source = Buffer.from(message);
    builder.add(source, 0, source.length, timestamp, logGroup, logStream);
  }
  const block = builder.take();
  expect(block.streams).toHaveLength(3);
  expect(eventsOf(block)).toEqual(events);
});
