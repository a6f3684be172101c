import type { DuckDBConnection } from "@duckdb/node-api";
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
import { keyFeed, type SegmentRows } from "./invocation-feed.ts";

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

/** The rows of a batch that count, and those that are copies of others or of rows in the store. */
export async function sortOutDuplicates(
  connection: DuckDBConnection,
  feed: ColumnFeed,
  batch: readonly { readonly segment: number; readonly block: InvocationBlock }[],
): Promise<{ counted: SegmentRows[]; copies: SegmentRows[] }> {
  const blocks = batch.map((one) => one.block);
  const stored = await identitiesInStore(connection, feed, blocks);
  const firstOf = new Map<number, { block: InvocationBlock; row: number }>();
  const counted: SegmentRows[] = [];
  const copies: SegmentRows[] = [];
  for (const { segment, block } of batch) {
    const copied: number[] = [];
    for (let row = 0; row < block.count; row++) {
      // No time, no key.
      if (block.keys[row * 2] === 0) continue;
      const key = shortKey(block.keys, row);
      const first = firstOf.get(key);
      if (first === undefined) firstOf.set(key, { block, row });
      const isCopy =
        (first !== undefined && identityAt(first.block, first.row) === identityAt(block, row)) ||
        (stored.size > 0 && stored.has(identityAt(block, row)));
      if (isCopy) copied.push(row);
    }
    if (copied.length === 0) {
      if (block.count > 0) counted.push({ segment, block, places: null });
      continue;
    }
    const left = new Set(copied);
    for (const [to, rows] of [
      [counted, Array.from({ length: block.count }, (_, row) => row).filter((r) => !left.has(r))],
      [copies, copied],
    ] as const) {
      const places = Uint32Array.from(rows);
      if (rows.length > 0) to.push({ segment, block: selectRows(block, places), places });
    }
  }
  return { counted, copies };
}

async function identitiesInStore(
  connection: DuckDBConnection,
  feed: ColumnFeed,
  blocks: readonly InvocationBlock[],
): Promise<Set<string>> {
  const times = timeCondition(blocks);
  if (times === null) return new Set();
  const found = await feed.select(
    connection,
    keyFeed(blocks),
    `SELECT request_id, epoch_us(timestamp)::DOUBLE / 1000, duration_ms
     FROM invocation WHERE ${times} AND key IN (SELECT key FROM ${feed.name}())`,
  );
  return new Set(
    found.map(([requestId, timestamp, durationMs]) =>
      identityText({
        requestId: requestId as string,
        timestamp: timestamp as number,
        durationMs: durationMs as number,
      }),
    ),
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
