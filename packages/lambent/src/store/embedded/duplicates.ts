import type { DuckDBConnection } from "@duckdb/node-api";
import type { Invocation } from "../../model/invocation.ts";
import type { ColumnFeed } from "./column-feed.ts";
import { invocationIdentity, writeInvocationKey } from "./invocation-key.ts";
import { writeUint64s } from "./number-vector.ts";
import { VECTOR_SIZE } from "./string-vector.ts";

const TWO_32 = 4_294_967_296;

/** Which invocations of a batch count, and which are copies of others. Both are row indexes. */
export interface Sorted {
  /** Hash of every row, as pairs of halves (low, high). */
  readonly keys: Uint32Array;
  readonly counted: Uint32Array;
  readonly copies: Uint32Array;
}

function identityOf(i: Invocation): string {
  return invocationIdentity(i.requestId, i.timestamp, i.durationMs, i.logStream);
}

/** Hashes are compared by 53 of their 64 bits, because those fit a number; what agrees is looked at. */
function shortKey(keys: Uint32Array, row: number): number {
  return (keys[row * 2 + 1]! & 0x1f_ffff) * TWO_32 + keys[row * 2]!;
}

/** Finds the copies among the rows of a batch and the rows that are in the store already. */
export async function sortOutDuplicates(
  connection: DuckDBConnection,
  feed: ColumnFeed,
  rows: readonly Invocation[],
): Promise<Sorted> {
  const keys = new Uint32Array(rows.length * 2);
  for (let row = 0; row < rows.length; row++) writeInvocationKey(rows[row]!, keys, row * 2);
  const stored = await identitiesInStore(connection, feed, rows, keys);

  const counted = new Uint32Array(rows.length);
  const copies: number[] = [];
  let count = 0;
  const firstOf = new Map<number, number>();
  for (let row = 0; row < rows.length; row++) {
    const key = shortKey(keys, row);
    const first = firstOf.get(key);
    const isCopy =
      (first !== undefined && identityOf(rows[first]!) === identityOf(rows[row]!)) ||
      (stored.size > 0 && stored.has(identityOf(rows[row]!)));
    if (isCopy) copies.push(row);
    else {
      if (first === undefined) firstOf.set(key, row);
      counted[count++] = row;
    }
  }
  return { keys, counted: counted.subarray(0, count), copies: Uint32Array.from(copies) };
}

async function identitiesInStore(
  connection: DuckDBConnection,
  feed: ColumnFeed,
  rows: readonly Invocation[],
  keys: Uint32Array,
): Promise<Set<string>> {
  let at = 0;
  const source = {
    next() {
      const rowsLeft = Math.min(VECTOR_SIZE, rows.length - at);
      if (rowsLeft <= 0) return null;
      const first = at;
      at += rowsLeft;
      return {
        rows: rowsLeft,
        fill: (vectors: (column: number) => Parameters<typeof writeUint64s>[0]) =>
          writeUint64s(vectors(0), keys, first, rowsLeft),
      };
    },
  };
  const found = await feed.select(
    connection,
    source,
    `SELECT request_id, epoch_us(timestamp)::DOUBLE / 1000, duration_ms, log_stream
     FROM invocation WHERE ${timeCondition(rows)} AND key IN (SELECT key FROM ${feed.name}())`,
  );
  return new Set(
    found.map(([requestId, timestamp, durationMs, logStream]) =>
      invocationIdentity(
        requestId as string,
        timestamp as number | null,
        durationMs as number,
        logStream as string | null,
      ),
    ),
  );
}

/** Lets DuckDB leave out the row groups of other times. */
function timeCondition(rows: readonly Invocation[]): string {
  let low = Infinity;
  let high = -Infinity;
  for (const { timestamp } of rows) {
    if (timestamp === null) return "true";
    if (timestamp < low) low = timestamp;
    if (timestamp > high) high = timestamp;
  }
  return `timestamp BETWEEN make_timestamp(${Math.round(low * 1000)}) AND make_timestamp(${Math.round(high * 1000)})`;
}
