import duckdb from "@duckdb/node-bindings";
import { VECTOR_SIZE, writeValidity } from "./string-vector.ts";

const TWO_32 = 4_294_967_296;
const buffer = new ArrayBuffer(VECTOR_SIZE * 8);
const words = new Uint32Array(buffer);
const octets = new Uint8Array(buffer);

/** Copies `count` elements from element `first` on, as they are. */
export function writeElements(
  vector: duckdb.Vector,
  values: Float64Array | Uint32Array | Uint8Array,
  first: number,
  count: number,
): void {
  const size = values.BYTES_PER_ELEMENT;
  const from = values.byteOffset + first * size;
  duckdb.copy_data_to_vector(vector, 0, values.buffer as ArrayBuffer, from, count * size);
}

/** Writes numbers to a DOUBLE vector; NaN becomes NULL. */
export function writeDoubles(
  vector: duckdb.Vector,
  values: Float64Array,
  first: number,
  count: number,
): void {
  writeElements(vector, values, first, count);
  nullsWhereNaN(vector, values, first, count);
}

/** Writes milliseconds since the epoch to a TIMESTAMP vector (µs, 64 bits); NaN becomes NULL. */
export function writeTimestamps(
  vector: duckdb.Vector,
  values: Float64Array,
  first: number,
  count: number,
): void {
  for (let row = 0; row < count; row++) {
    const us = Math.round(values[first + row]! * 1000);
    words[row * 2] = us % TWO_32;
    words[row * 2 + 1] = Math.floor(us / TWO_32);
  }
  duckdb.copy_data_to_vector(vector, 0, buffer, 0, count * 8);
  nullsWhereNaN(vector, values, first, count);
}

function nullsWhereNaN(
  vector: duckdb.Vector,
  values: Float64Array,
  first: number,
  count: number,
): void {
  for (let row = first; row < first + count; row++) {
    if (!Number.isNaN(values[row]!)) continue;
    writeValidity(vector, count, (at) => !Number.isNaN(values[first + at]!));
    return;
  }
}

/** Writes a BOOLEAN vector; 0 false, 1 true, 2 null. */
export function writeBooleans(
  vector: duckdb.Vector,
  values: Uint8Array,
  first: number,
  count: number,
): void {
  let nulls = false;
  for (let row = 0; row < count; row++) {
    const value = values[first + row]!;
    if (value === 2) nulls = true;
    octets[row] = value & 1;
  }
  duckdb.copy_data_to_vector(vector, 0, buffer, 0, count);
  if (nulls) writeValidity(vector, count, (row) => values[first + row] !== 2);
}

/** Writes pairs of 32-bit halves (low, high) to a UBIGINT vector. */
export function writeUint64s(
  vector: duckdb.Vector,
  halves: Uint32Array,
  first: number,
  count: number,
): void {
  writeElements(vector, halves, first * 2, count * 2);
}
