import {
  BOOLEAN,
  DOUBLE,
  TIMESTAMP,
  UBIGINT,
  UINTEGER,
  VARCHAR,
  type DuckDBType,
} from "@duckdb/node-api";
import type duckdb from "@duckdb/node-bindings";
import type { BlockColumn, InvocationBlock } from "../invocation-block.ts";
import { INVOCATION_COLUMNS, type ColumnKind } from "../invocation-columns.ts";
import { blockFeed } from "./block-feed.ts";
import type { FeedSource } from "./column-feed.ts";
import {
  writeBooleans,
  writeDoubles,
  writeElements,
  writeTimestamps,
  writeUint64s,
} from "./number-vector.ts";
import { VECTOR_SIZE, writeRepeated, writeSlices, writeValidity } from "./string-vector.ts";

const TYPES: Readonly<Record<ColumnKind, DuckDBType>> = {
  number: DOUBLE,
  boolean: BOOLEAN,
  time: TIMESTAMP,
  string: VARCHAR,
  id: VARCHAR,
};

/** Columns of the tables `invocation` and `duplicate_invocation`. */
export const INVOCATION_FEED: readonly { name: string; type: DuckDBType }[] = [
  { name: "segment", type: UINTEGER },
  { name: "place", type: UINTEGER },
  { name: "key", type: UBIGINT },
  ...INVOCATION_COLUMNS.map((column) => ({ name: column.name, type: TYPES[column.kind] })),
];

/** Rows of one segment. */
export interface SegmentRows {
  readonly segment: number;
  readonly block: InvocationBlock;
  /** Position of each row in the block as it was sent; null: they are all there, in order. */
  readonly places: Uint32Array | null;
}

const scratch = new Uint32Array(VECTOR_SIZE);

export function invocationFeed(blocks: readonly SegmentRows[]): FeedSource {
  return blockFeed(
    blocks,
    (rows) => rows.block.count,
    ({ segment, block, places }, first, count, vectors) => {
      scratch.fill(segment, 0, count);
      writeElements(vectors(0), scratch, 0, count);
      for (let row = 0; row < count; row++) scratch[row] = places?.[first + row] ?? first + row;
      writeElements(vectors(1), scratch, 0, count);
      writeUint64s(vectors(2), block.keys, first, count);
      for (const [i, column] of block.columns.entries()) {
        writeColumn(vectors(i + 3), column, first, count);
      }
    },
  );
}

/** Only the keys. */
export function keyFeed(blocks: readonly InvocationBlock[]): FeedSource {
  return blockFeed(
    blocks,
    (block) => block.count,
    (block, first, count, vectors) => writeUint64s(vectors(0), block.keys, first, count),
  );
}

function writeColumn(
  vector: duckdb.Vector,
  column: BlockColumn,
  first: number,
  count: number,
): void {
  switch (column.kind) {
    case "number":
      writeDoubles(vector, column.values, first, count);
      break;
    case "time":
      writeTimestamps(vector, column.values, first, count);
      break;
    case "boolean":
      writeBooleans(vector, column.values, first, count);
      break;
    case "string":
      writeRepeated(vector, column.values, column.codes, first, count);
      break;
    case "id": {
      const { bytes, offsets } = column;
      writeSlices(vector, bytes, offsets, offsets.subarray(1), first, count);
      const { nulls } = column;
      if (nulls !== null) writeValidity(vector, count, (row) => nulls[first + row] === 0);
    }
  }
}
