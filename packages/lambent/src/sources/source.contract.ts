import { gzipSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { LogEvent } from "../model/log-event.ts";
import { readObject } from "./read-object.ts";
import type { ObjectRead } from "./read-object.ts";
import type { FormatName } from "./source.ts";

export interface EventsRead extends ObjectRead {
  events: LogEvent[];
  unreadable: string[];
}

/** Reads bytes as an object that is in no place. */
export async function readChunks(
  chunks: Iterable<Buffer>,
  needles: readonly string[] | null = null,
): Promise<EventsRead> {
  const events: LogEvent[] = [];
  const unreadable: string[] = [];
  const object = {
    name: "test",
    sizeBytes: null,
    etag: "test",
    logGroup: null,
    logStream: null,
    functionName: null,
    async *open(): AsyncGenerator<Buffer> {
      yield* chunks;
    },
  };
  const read = await readObject(object, {
    needles: needles?.map((needle) => Buffer.from(needle)) ?? null,
    event: (event) => events.push(event),
    unreadable: (sample) => unreadable.push(sample),
  });
  return { ...read, events, unreadable };
}

export const readText = (text: string): Promise<EventsRead> => readChunks([Buffer.from(text)]);

export interface SourceCase {
  readonly title: string;
  readonly text: string;
  readonly format: FormatName;
  readonly events: readonly LogEvent[];
  /** The messages are not in the text: they are put together from fields. */
  readonly isRebuilt?: boolean;
}

/** An event of which only what is told is known. */
export function logEvent(message: string, more: Partial<LogEvent> = {}): LogEvent {
  return { message, timestamp: null, logGroup: null, logStream: null, ...more };
}

/** What every source must hold, shown on samples of it. */
export function sourceContract(cases: readonly SourceCase[]): void {
  describe.each(cases)("$title", ({ text, format, events, isRebuilt }) => {
    const bytes = Buffer.from(text);

    test("gives its events", async () => {
      const read = await readChunks([bytes]);
      expect(read).toEqual({ format, bytes: bytes.length, problem: null, events, unreadable: [] });
    });

    test("gives the same however it is cut, marked, or compressed", async () => {
      await fc.assert(
        fc.asyncProperty(fc.array(fc.nat(bytes.length)), async (places) => {
          const ends = [...places.sort((a, b) => a - b), bytes.length];
          const read = await readChunks(
            ends.map((end, i) => bytes.subarray(ends[i - 1] ?? 0, end)),
          );
          expect(read).toMatchObject({ format, problem: null, events, unreadable: [] });
        }),
        { numRuns: 50 },
      );
      const forms = [
        Buffer.concat([Buffer.from("\ufeff"), bytes]),
        Buffer.from(`\ufeff${text}`, "utf16le"),
        gzipSync(bytes),
        Buffer.concat([gzipSync(bytes.subarray(0, 9)), gzipSync(bytes.subarray(9))]),
        Buffer.from(gzipSync(bytes).toString("base64")),
      ];
      for (const form of forms) {
        expect(await readChunks([form])).toMatchObject({
          format,
          problem: null,
          events,
          unreadable: [],
        });
      }
    });

    test("cut off at any byte, it neither throws nor makes events up", async () => {
      const known = new Set(events.map((event) => event.message));
      for (let end = 0; end < bytes.length; end += 1 + Math.floor(bytes.length / 400)) {
        const { events: found } = await readChunks([bytes.subarray(0, end)]);
        for (const { message } of found) {
          // Of a cut line of text the beginning is all there is.
          const isKnown =
            isRebuilt === true ||
            [...known].some((one) => one.startsWith(message)) ||
            text.includes(message.slice(0, 40));
          if (!isKnown) expect.fail(`made up: ${message}`);
        }
      }
    });

    test("with needles, no event that holds one is lost", async () => {
      const needles = ["REPORT", '"platform.'];
      const { events: found } = await readChunks([bytes], needles);
      const wanted = events.filter((event) =>
        needles.some((needle) => event.message.includes(needle)),
      );
      expect(found).toEqual(expect.arrayContaining(wanted));
      for (const event of found) expect(events).toContainEqual(event);
    });
  });
}
