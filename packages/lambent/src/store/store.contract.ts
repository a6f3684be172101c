import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Invocation } from "../model/invocation.ts";
import { anyInvocation, anyLogEvent } from "./arbitraries.contract.ts";
import {
  all,
  blockOf,
  contentBlock,
  identityOf,
  ingest,
  invocationOf,
  NOTHING_UNREAD,
  OUTCOME,
} from "./samples.contract.ts";
import type { ObjectOutcome, Store } from "./store.ts";
import { expectSumsMatchRows } from "./sums.contract.ts";

/** What every adapter of the port must hold. `reopen` closes the store and opens it again. */
export function storeContract(
  make: () => Promise<{ store: Store; reopen(): Promise<Store>; remove(): Promise<void> }>,
): void {
  let made: Awaited<ReturnType<typeof make>>;
  let store: Store;
  beforeEach(async () => {
    made = await make();
    store = made.store;
  });
  afterEach(async () => made.remove());

  describe("rows", () => {
    test("any invocation is read back deeply equal, in order", async () => {
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(anyInvocation, { maxLength: 40 }), async (drawn) => {
          const name = `object-${String(run++).padStart(4, "0")}`;
          // Request ids of our own: what this test is about is not what counts as a copy.
          const rows = drawn.map((row, i) => ({
            ...row,
            requestId: `${name}/${i}/${row.requestId}`,
          }));
          const before = await all(store.invocations());
          await ingest(store, identityOf(name), [rows]);
          expect(await all(store.invocations())).toEqual([...before, ...rows]);
        }),
        { numRuns: 25 },
      );
      await expectSumsMatchRows(store);
    });

    test("any log event is read back equal, by time and then as written", async () => {
      let run = 0;
      await fc.assert(
        fc.asyncProperty(fc.array(anyLogEvent, { maxLength: 40 }), async (drawn) => {
          const name = `object-${String(run++).padStart(4, "0")}`;
          const events = drawn.map((event) => ({ ...event, logStream: name }));
          await ingest(store, identityOf(name), [{ logEvents: blockOf(events) }]);
          const order = events.toSorted(
            (a, b) => (a.timestamp ?? Infinity) - (b.timestamp ?? Infinity) || 0,
          );
          expect(await all(store.logEvents({ logStream: name }))).toEqual(order);
        }),
        { numRuns: 25 },
      );
    });

    test("more rows than fit a chunk, over several blocks, keep their order and content", async () => {
      const block = (from: number, count: number): Invocation[] =>
        Array.from({ length: count }, (_, i) =>
          invocationOf({
            requestId: `00000000-0000-4000-8000-${String(from + i).padStart(12, "0")}`,
            timestamp: Date.UTC(2026, 0, 1) + (((from + i) * 7919) % 86_400_000),
            functionName: `fn-${(from + i) % 7}`,
            durationMs: ((from + i) % 997) / 8,
            traceId: (from + i) % 3 === 0 ? null : `1-${from + i}-abcdefabcdefabcdefabcdef`,
            failure:
              (from + i) % 50 === 0
                ? {
                    class: "timeout",
                    confidence: 1,
                    runtime: null,
                    errorType: null,
                    message: "naïve ✓",
                    evidence: ["a", "b\nc"],
                  }
                : null,
          }),
        );
      const blocks = [block(0, 3000), block(3000, 1), block(3001, 0), block(3001, 5000)];
      await ingest(store, identityOf("a"), blocks);
      store = await made.reopen();
      expect(await all(store.invocations())).toEqual(blocks.flat());
      await expectSumsMatchRows(store);
    });

    test("bytes that are not UTF-8 become U+FFFD and hurt no other row", async () => {
      const block = blockOf(
        [
          "first message, long enough",
          "xxxxxxxxxxxxxxxxxxxxxxx",
          "é",
          "last message, long enough",
        ].map((message) => ({ message, timestamp: 1, logGroup: null, logStream: null })),
      );
      block.bytes[block.starts[1]! + 3] = 0xff;
      // The second byte of é alone: the bytes as a whole are no longer split between characters.
      const cut = block.ends[1]! + 1;
      const ends = block.ends.with(1, cut);
      const starts = block.starts.with(2, cut);
      await ingest(store, identityOf("a"), [{ logEvents: { ...block, starts, ends } }]);
      const messages = (await all(store.logEvents())).map((event) => event.message);
      expect(messages).toEqual([
        "first message, long enough",
        "xxx\ufffdxxxxxxxxxxxxxxxxxxx\ufffd",
        "\ufffd",
        "last message, long enough",
      ]);
    });

    test("filters: time is inclusive at both ends, names are exact", async () => {
      const rows = [10, 20, 30].map((timestamp) =>
        invocationOf({
          requestId: String(timestamp),
          timestamp,
          functionName: `it's ${timestamp}`,
        }),
      );
      const timeless = invocationOf({ requestId: "none", timestamp: null });
      await ingest(store, identityOf("a"), [[...rows, timeless]]);
      expect(await all(store.invocations({ time: { startMs: 10, endMs: 20 } }))).toEqual(
        rows.slice(0, 2),
      );
      expect(await all(store.invocations({ functionName: "it's 30" }))).toEqual(rows.slice(2));
      expect(await all(store.invocations({ time: { startMs: -1e20, endMs: 1e20 } }))).toEqual(rows);
    });
  });

  describe("counting once", () => {
    const rows = ["a", "b", "c"].map((requestId) => invocationOf({ requestId }));

    test("the same object again changes nothing, also after opening anew", async () => {
      await ingest(store, identityOf("x"), [rows]);
      const objects = await store.objects();
      store = await made.reopen();
      await ingest(store, identityOf("x"), [rows]);
      expect(await all(store.invocations())).toEqual(rows);
      expect(await store.objects()).toEqual(objects);
      expect(objects[0]).toMatchObject({ name: "x", complete: true, invocations: 3 });
      await expectSumsMatchRows(store);
    });

    test("records without a time are all counted: they may be retries", async () => {
      const timeless = invocationOf({ timestamp: null });
      await ingest(store, identityOf("x"), [[timeless, timeless]]);
      expect(await all(store.invocations())).toEqual([timeless, timeless]);
    });

    test("a retry with the same request id at another time is another invocation", async () => {
      const retry = { ...rows[0]!, timestamp: rows[0]!.timestamp! + 60_000 };
      await ingest(store, identityOf("x"), [[rows[0]!, retry]]);
      expect(await all(store.invocations())).toEqual([rows[0], retry]);
    });

    test("copies in the same block, another block and another object count once", async () => {
      await ingest(store, identityOf("x"), [[rows[0]!, rows[1]!, rows[0]!], [rows[1]!]]);
      await ingest(store, identityOf("y"), [[rows[1]!, rows[2]!]]);
      expect(await all(store.invocations())).toEqual(rows);
      const objects = await store.objects();
      expect(objects.map((o) => [o.name, o.invocations, o.unread.duplicates])).toEqual([
        ["x", 2, 2],
        ["y", 1, 1],
      ]);
      await expectSumsMatchRows(store);
    });

    test("a session that ended midway goes on with the next block", async () => {
      const first = await store.ingest();
      await first.begin(identityOf("x"));
      await first.write(contentBlock(0, [rows[0]!]));
      await first.commit();
      await first.write(contentBlock(1, [rows[1]!]));
      await first.abort();
      store = await made.reopen();
      expect(await all(store.invocations())).toEqual(rows.slice(0, 1));
      expect((await store.objects())[0]!.complete).toBe(false);
      const second = await store.ingest();
      expect(await second.begin(identityOf("x"))).toEqual({ complete: false, blocks: 1 });
      for (const [number, row] of rows.entries()) {
        await second.write(contentBlock(number, [row]));
      }
      await second.finish(OUTCOME);
      const totals = await second.close();
      expect(totals).toMatchObject({ invocations: 2, duplicates: 0 });
      expect(await all(store.invocations())).toEqual(rows);
      await expectSumsMatchRows(store);
    });

    test("a block out of turn is refused", async () => {
      const session = await store.ingest();
      await session.begin(identityOf("x"));
      await expect(session.write(contentBlock(1, rows))).rejects.toThrow(RangeError);
      await session.abort();
    });
  });

  describe("replacing", () => {
    const rows = ["a", "b", "c", "d"].map((requestId, i) =>
      invocationOf({ requestId, timestamp: Date.UTC(2026, 0, 1, i), maxMemoryUsedMb: 100 + i }),
    );
    const events = rows.map((row) => ({
      message: `a line of ${row.requestId}, long enough`,
      timestamp: row.timestamp,
      logGroup: row.logGroup,
      logStream: row.logStream,
    }));

    test("content that changed takes the place of the former rows", async () => {
      await ingest(store, identityOf("x", "1"), [
        { invocations: rows.slice(0, 3), logEvents: blockOf(events.slice(0, 3)) },
      ]);
      await ingest(store, identityOf("x", "2"), [
        { invocations: rows.slice(1), logEvents: blockOf(events.slice(1)) },
      ]);
      expect(await all(store.invocations())).toEqual(rows.slice(1));
      expect(await all(store.logEvents())).toEqual(events.slice(1));
      expect((await store.objects()).map((o) => [o.name, o.etag])).toEqual([["x", "2"]]);
      await expectSumsMatchRows(store);
    });

    test("a copy in another object takes the place of a row that goes", async () => {
      await ingest(store, identityOf("x", "1"), [rows.slice(0, 3)]);
      await ingest(store, identityOf("y"), [[rows[2]!, rows[1]!, rows[1]!]]);
      await ingest(store, identityOf("z"), [[rows[1]!]]);
      await ingest(store, identityOf("x", "2"), [[rows[3]!, rows[0]!]]);
      expect(await all(store.invocations())).toEqual([rows[3], rows[0], rows[2], rows[1]]);
      const objects = await store.objects();
      expect(objects.map((o) => [o.name, o.invocations, o.unread.duplicates])).toEqual([
        ["x", 2, 0],
        ["y", 2, 1],
        ["z", 0, 1],
      ]);
      await expectSumsMatchRows(store);
    });

    test("log events asked for later replace the content without them; the other way round is nothing", async () => {
      const block = { invocations: rows, logEvents: blockOf(events) };
      await ingest(store, identityOf("x", "1", false), [{ invocations: rows }]);
      expect(await all(store.logEvents())).toEqual([]);
      await ingest(store, identityOf("x", "1", true), [block]);
      expect(await all(store.logEvents())).toEqual(events);
      await ingest(store, identityOf("x", "1", false), [{ invocations: rows }]);
      expect(await all(store.logEvents())).toEqual(events);
      expect(await all(store.invocations())).toEqual(rows);
    });

    test("any history of changing, overlapping objects ends as a clean ingest of the last contents", async () => {
      const content = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 6 });
      const history = fc.array(fc.record({ object: fc.integer({ min: 0, max: 2 }), content }), {
        minLength: 1,
        maxLength: 7,
      });
      const pool = Array.from({ length: 6 }, (_, i) =>
        invocationOf({ requestId: `r${i}`, timestamp: Date.UTC(2026, 0, 1, i % 2, i) }),
      );
      let run = 0;
      await fc.assert(
        fc.asyncProperty(history, async (steps) => {
          const prefix = `run-${String(run++).padStart(4, "0")}`;
          // The same invocation from another object is told apart by its stream.
          const rowOf = (object: number, n: number): Invocation => ({
            ...pool[n]!,
            requestId: `${prefix}-${n}`,
            functionName: `fn-${object % 2}`,
            logStream: `${prefix}/${object}`,
          });
          const last = new Map<number, number[]>();
          for (const [i, step] of steps.entries()) {
            last.set(step.object, step.content);
            await ingest(
              store,
              identityOf(`${prefix}/${step.object}`, String(i)),
              // Two blocks, so that copies are met in the same block and in another.
              [step.content.slice(0, 3), step.content.slice(3)].map((part) =>
                part.map((n) => rowOf(step.object, n)),
              ),
            );
          }
          const expected = new Map<number, Invocation>();
          for (const object of [...last.keys()].toSorted((a, b) => a - b)) {
            for (const n of last.get(object)!) {
              if (!expected.has(n)) expected.set(n, rowOf(object, n));
            }
          }
          const found = (await all(store.invocations())).filter((row) =>
            row.requestId.startsWith(prefix),
          );
          expect(found).toEqual([...expected.values()]);
        }),
        { numRuns: 15 },
      );
      await expectSumsMatchRows(store);
    });
  });

  test("what an object could not tell is kept", async () => {
    const outcome: ObjectOutcome = {
      format: "mixed",
      bytes: 77,
      problem: "ends in the middle of a gzip member",
      unread: { ...NOTHING_UNREAD, malformedReports: 2, examples: ["REPORT x", "REPORT é\u0000"] },
    };
    await ingest(store, identityOf("x"), [], outcome);
    expect(await store.objects()).toEqual([
      {
        ...identityOf("x"),
        ...outcome,
        complete: true,
        invocations: 0,
        logEventCount: 0,
      },
    ]);
  });

  test("forgetting deletes older rows; their sums, and what has no time, stay", async () => {
    const rows = [1000, 2000, null].map((timestamp) =>
      invocationOf({ requestId: String(timestamp), timestamp }),
    );
    const events = rows.map((row) => ({
      message: `line of ${row.requestId}`,
      timestamp: row.timestamp,
      logGroup: null,
      logStream: null,
    }));
    await ingest(store, identityOf("x"), [{ invocations: rows, logEvents: blockOf(events) }]);
    const rollups = await store.rollups();
    expect(await store.forgetBefore(2000)).toEqual({ invocations: 1, logEvents: 1 });
    expect(await all(store.invocations())).toEqual(rows.slice(1));
    expect(await all(store.logEvents())).toEqual(events.slice(1));
    expect(await store.rollups()).toEqual(rollups);
  });
}
