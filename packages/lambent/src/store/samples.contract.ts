import { expect } from "vitest";
import type { UnreadSummary } from "../model/assessment.ts";
import type { Invocation } from "../model/invocation.ts";
import type { LogEvent } from "../model/log-event.ts";
import { invocationBlock } from "./invocation-block.ts";
import type { LogEventBlock } from "./log-event-block.ts";
import type { IngestBlock, ObjectIdentity, ObjectOutcome, Store } from "./store.ts";

export const NOTHING_UNREAD: UnreadSummary = {
  malformedReports: 0,
  examples: [],
  orphanFailures: 0,
  unfinished: 0,
  billingMismatches: 0,
  droppedRecords: 0,
  duplicates: 0,
};

export const OUTCOME: ObjectOutcome = {
  format: "s3-export",
  bytes: 12,
  problem: null,
  unread: NOTHING_UNREAD,
};

/** A plain successful invocation; every field can be given. */
export function invocationOf(fields: Partial<Invocation> = {}): Invocation {
  return {
    requestId: "6f7f0961-f83c-4118-a002-5ec72b2a0066",
    functionName: "orders",
    logGroup: "/aws/lambda/orders",
    logStream: "2026/01/01/[$LATEST]0123456789abcdef0123456789abcdef",
    timestamp: Date.UTC(2026, 0, 1, 0, 2),
    status: "success",
    errorType: null,
    coldStart: false,
    durationMs: 12.5,
    billedDurationMs: 13,
    memorySizeMb: 512,
    maxMemoryUsedMb: 100,
    initDurationMs: null,
    initBilled: null,
    restoreDurationMs: null,
    billedRestoreDurationMs: null,
    traceId: null,
    sampled: null,
    architecture: "x86_64",
    region: "eu-west-1",
    billingIdentity: null,
    failure: null,
    costUsd: 3e-7,
    ...fields,
  };
}

/** Log events as a block of columns. */
export function blockOf(events: readonly LogEvent[]): LogEventBlock {
  const encoded = events.map((event) => Buffer.from(event.message));
  const ends = new Uint32Array(events.length);
  for (const [i, bytes] of encoded.entries()) ends[i] = (ends[i - 1] ?? 0) + bytes.length;
  return {
    count: events.length,
    bytes: new Uint8Array(Buffer.concat(encoded)),
    starts: Uint32Array.from(ends, (_, i) => ends[i - 1] ?? 0),
    ends,
    timestampMs: Float64Array.from(events, (event) => event.timestamp ?? NaN),
    stream: Uint32Array.from(events, (_, i) => i),
    streams: events.map(({ logGroup, logStream }) => ({ logGroup, logStream })),
  };
}

export function identityOf(name: string, etag = "1", logEvents = true): ObjectIdentity {
  return { name, etag, parser: "test 1", logEvents };
}

/** What a test says of a block; what it leaves out is empty. */
export type Content = { invocations?: readonly Invocation[]; logEvents?: LogEventBlock };

export function contentBlock(
  number: number,
  content: Content | readonly Invocation[],
): IngestBlock {
  const { invocations = [], logEvents = null } =
    "length" in content ? { invocations: content } : content;
  return { number, invocations: invocationBlock(invocations), logEvents };
}

export async function ingest(
  store: Store,
  object: ObjectIdentity,
  blocks: readonly (Content | readonly Invocation[])[],
  outcome: ObjectOutcome = OUTCOME,
): Promise<void> {
  const session = await store.ingest();
  const { complete } = await session.begin(object);
  if (!complete) {
    for (const [number, block] of blocks.entries()) {
      await session.write(contentBlock(number, block));
    }
    await session.finish(outcome);
  }
  await session.close();
}

export async function all<T>(batches: AsyncIterable<T[]>): Promise<T[]> {
  const result: T[] = [];
  for await (const batch of batches) {
    expect(batch.length).toBeGreaterThan(0);
    result.push(...batch);
  }
  return result;
}
