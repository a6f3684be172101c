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
import type { Invocation } from "../../model/invocation.ts";
import type { FeedSource } from "./column-feed.ts";
import {
  INVOCATION_COLUMNS,
  type ColumnKind,
  type InvocationColumn,
} from "./invocation-columns.ts";
import {
  writeBooleans,
  writeDoubles,
  writeTimestamps,
  writeUint32s,
  writeUint64s,
} from "./number-vector.ts";
import { VECTOR_SIZE, writeStrings } from "./string-vector.ts";

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

/** The rows of `chosen` (indexes into the others), in that order. */
export function invocationFeed(
  invocations: readonly Invocation[],
  segments: readonly number[],
  places: readonly number[],
  keys: Uint32Array,
  chosen: Uint32Array,
): FeedSource {
  let at = 0;
  return {
    next() {
      const part = chosen.subarray(at, at + VECTOR_SIZE);
      at += part.length;
      if (part.length === 0) return null;
      return {
        rows: part.length,
        fill(vectors) {
          const segment = new Uint32Array(part.length);
          const place = new Uint32Array(part.length);
          const key = new Uint32Array(part.length * 2);
          const rows: Invocation[] = [];
          for (let row = 0; row < part.length; row++) {
            const from = part[row]!;
            segment[row] = segments[from]!;
            place[row] = places[from]!;
            key[row * 2] = keys[from * 2]!;
            key[row * 2 + 1] = keys[from * 2 + 1]!;
            rows.push(invocations[from]!);
          }
          writeUint32s(vectors(0), segment, 0, part.length);
          writeUint32s(vectors(1), place, 0, part.length);
          writeUint64s(vectors(2), key, 0, part.length);
          for (const [i, column] of INVOCATION_COLUMNS.entries()) {
            writeColumn(vectors(i + 3), column, rows);
          }
        },
      };
    },
  };
}

function writeColumn(
  vector: duckdb.Vector,
  column: InvocationColumn,
  rows: readonly Invocation[],
): void {
  const { kind, of } = column;
  switch (kind) {
    case "number":
      writeDoubles(vector, rows.length, (row) => of(rows[row]!) as number | null);
      break;
    case "time":
      writeTimestamps(vector, rows.length, (row) => of(rows[row]!) as number | null);
      break;
    case "boolean":
      writeBooleans(vector, rows.length, (row) => of(rows[row]!) as boolean | null);
      break;
    case "string":
    case "id":
      writeStrings(vector, rows.map(of) as (string | null)[], 0, rows.length, kind === "id");
  }
}
