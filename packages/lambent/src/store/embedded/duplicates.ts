import type { DuckDBConnection } from "@duckdb/node-api";
import duckdb from "@duckdb/node-bindings";
import {
  selectRows,
  singleAt,
  type InvocationBlock,
  type Numbers,
  type SingleStrings,
} from "../invocation-block.ts";
import { INVOCATION_COLUMNS } from "../invocation-columns.ts";
import { identityText } from "../invocation-key.ts";
import type { ColumnFeed } from "./column-feed.ts";
import { readUint64s } from "./column-reader.ts";
import type { BatchInvocations } from "./ingest-batch.ts";
import { keyFeed, type SegmentRows } from "./invocation-feed.ts";
import { KnownKeys } from "./known-keys.ts";
import type { RowPlace } from "./removal.ts";

const TWO_32 = 4_294_967_296;
const columnAt = (name: string): number => INVOCATION_COLUMNS.findIndex((c) => c.name === name);
const REQUEST_ID = columnAt("request_id");
const TIMESTAMP = columnAt("timestamp");
const DURATION_MS = columnAt("duration_ms");

function identityAt(block: InvocationBlock, row: number): string {
  const timestamp = (block.columns[TIMESTAMP] as Numbers).values[row]!;
  return identityText({
    requestId: singleAt(block.columns[REQUEST_ID] as SingleStrings, row)!,
    timestamp: Number.isNaN(timestamp) ? null : timestamp,
    durationMs: (block.columns[DURATION_MS] as Numbers).values[row]!,
  });
}

/** 53 of the 64 bits, because those fit a number. What agrees is looked at. */
function shortKey(keys: Uint32Array, row: number): number {
  return (keys[row * 2 + 1]! & 0x1f_ffff) * TWO_32 + keys[row * 2]!;
}

/** Where a record stands. Of several copies the first in this order counts, whatever came first. */
interface Standing {
  readonly object: string;
  readonly number: number;
  readonly place: number;
}

/** Negative where `a` comes before `b`. Names are compared as DuckDB does, by their UTF-8. */
function order(a: Standing, b: Standing): number {
  if (a.object !== b.object) return Buffer.compare(Buffer.from(a.object), Buffer.from(b.object));
  return a.number - b.number || a.place - b.place;
}

/** A record of the batch. */
interface Candidate extends Standing {
  readonly in: BatchInvocations;
}

interface Stored extends Standing, RowPlace {}

/** What is to be done with the rows of a batch. */
export interface SortedOut {
  readonly counted: SegmentRows[];
  readonly copies: SegmentRows[];
  /** Rows of the store that count no longer. */
  readonly demoted: RowPlace[];
}

/** Keys of the rows that a store holds. */
export async function loadKnownKeys(connection: DuckDBConnection): Promise<KnownKeys> {
  const known = new KnownKeys();
  const result = await connection.stream("SELECT key FROM invocation WHERE key <> 0");
  for (;;) {
    const chunk = await result.fetchChunk();
    const count = chunk?.rowCount ?? 0;
    if (chunk === null || count === 0) return known;
    const halves = readUint64s(duckdb.data_chunk_get_vector(chunk.chunk, 0), count);
    for (let row = 0; row < count; row++) known.addNew(halves[row * 2]!, halves[row * 2 + 1]!);
  }
}

/** Tells copies, of other rows of the batch and of rows in the store, from the rows that count. */
export async function sortOutDuplicates(
  connection: DuckDBConnection,
  feed: ColumnFeed,
  known: KnownKeys,
  batch: readonly BatchInvocations[],
): Promise<SortedOut> {
  if (addAllNew(known, batch)) return { ...split(batch, new Map()), demoted: [] };
  const stored = await recordsInStore(
    connection,
    feed,
    batch.map((one) => one.block),
  );
  const copied = new Map<BatchInvocations, Set<number>>();
  const demoted: RowPlace[] = [];
  const setAside = ({ in: rows, place }: Candidate): void => {
    const places = copied.get(rows) ?? new Set();
    copied.set(rows, places.add(place));
  };
  const firstOf = new Map<number, Candidate>();
  for (const rows of batch) {
    const { block, object, number } = rows;
    for (let place = 0; place < block.count; place++) {
      // No time, no key.
      if (block.keys[place * 2] === 0) continue;
      const key = shortKey(block.keys, place);
      const first = firstOf.get(key);
      if (first === undefined) {
        firstOf.set(key, { object, number, place, in: rows });
        continue;
      }
      if (identityAt(first.in.block, first.place) !== identityAt(block, place)) continue;
      const one = { object, number, place, in: rows };
      if (order(one, first) > 0) setAside(one);
      else {
        setAside(first);
        firstOf.set(key, one);
      }
    }
  }
  if (stored.size > 0) {
    for (const candidate of firstOf.values()) {
      const other = stored.get(identityAt(candidate.in.block, candidate.place));
      if (other === undefined) continue;
      if (order(candidate, other) > 0) setAside(candidate);
      else demoted.push(other);
    }
  }
  return { ...split(batch, copied), demoted };
}

/** True where no key was known, which is nearly always so: then there is nothing to sort out. */
function addAllNew(known: KnownKeys, batch: readonly BatchInvocations[]): boolean {
  let allNew = true;
  for (const { block } of batch) {
    const { keys, count } = block;
    for (let row = 0; row < count; row++) {
      // No time, no key.
      if (keys[row * 2] === 0) continue;
      if (!known.addNew(keys[row * 2]!, keys[row * 2 + 1]!)) allNew = false;
    }
  }
  return allNew;
}

function split(
  batch: readonly BatchInvocations[],
  copied: ReadonlyMap<BatchInvocations, ReadonlySet<number>>,
): { counted: SegmentRows[]; copies: SegmentRows[] } {
  const counted: SegmentRows[] = [];
  const copies: SegmentRows[] = [];
  for (const rows of batch) {
    const { segment, block } = rows;
    const aside = copied.get(rows);
    if (aside === undefined) {
      counted.push({ segment, block, places: null });
      continue;
    }
    const all = Array.from({ length: block.count }, (_, place) => place);
    for (const [to, some] of [
      [counted, all.filter((place) => !aside.has(place))],
      [copies, all.filter((place) => aside.has(place))],
    ] as const) {
      const places = Uint32Array.from(some);
      if (some.length > 0) to.push({ segment, block: selectRows(block, places), places });
    }
  }
  return { counted, copies };
}

/** The rows of the store that count and have the identity of a row of the batch. */
async function recordsInStore(
  connection: DuckDBConnection,
  feed: ColumnFeed,
  blocks: readonly InvocationBlock[],
): Promise<Map<string, Stored>> {
  const times = timeCondition(blocks);
  if (times === null) return new Map();
  const found = await feed.select(
    connection,
    keyFeed(blocks),
    `SELECT i.request_id, epoch_us(i.timestamp)::DOUBLE / 1000, i.duration_ms, o.name, s.block,
       i.segment, i.place
     FROM (SELECT * FROM invocation WHERE ${times} AND key IN (SELECT key FROM ${feed.name}())) i
     JOIN ingest_segment s USING (segment) JOIN source_object o USING (object)`,
  );
  return new Map(
    found.map((row) => [
      identityText({
        requestId: row[0] as string,
        timestamp: row[1] as number,
        durationMs: row[2] as number,
      }),
      {
        object: row[3] as string,
        number: row[4] as number,
        segment: row[5] as number,
        place: row[6] as number,
      },
    ]),
  );
}

/** Lets DuckDB leave out the row groups of other times. Null: no row has a time. */
function timeCondition(blocks: readonly InvocationBlock[]): string | null {
  let low = Infinity;
  let high = -Infinity;
  for (const block of blocks) {
    for (const timestamp of (block.columns[TIMESTAMP] as Numbers).values) {
      if (timestamp < low) low = timestamp;
      if (timestamp > high) high = timestamp;
    }
  }
  if (low === Infinity) return null;
  return `timestamp BETWEEN make_timestamp(${Math.round(low * 1000)}) AND make_timestamp(${Math.round(high * 1000)})`;
}
