import duckdb from "@duckdb/node-bindings";
import { VECTOR_SIZE, writeValidity } from "./string-vector.ts";

const TWO_32 = 4_294_967_296;
const buffer = new ArrayBuffer(VECTOR_SIZE * 8);
const doubles = new Float64Array(buffer);
const words = new Uint32Array(buffer);
const octets = new Uint8Array(buffer);

/** Writes numbers to a DOUBLE vector; null and NaN become NULL. */
export function writeDoubles(
  vector: duckdb.Vector,
  count: number,
  valueOf: (row: number) => number | null,
): void {
  let nulls = false;
  for (let row = 0; row < count; row++) {
    const value = valueOf(row);
    if (value === null) nulls = true;
    doubles[row] = value ?? NaN;
  }
  duckdb.copy_data_to_vector(vector, 0, buffer, 0, count * 8);
  if (nulls) writeValidity(vector, count, (row) => doubles[row] === doubles[row]);
}

/** Writes milliseconds since the epoch to a TIMESTAMP vector (µs, 64 bits); null and NaN become NULL. */
export function writeTimestamps(
  vector: duckdb.Vector,
  count: number,
  msOf: (row: number) => number | null,
): void {
  let valid: Uint8Array | null = null;
  for (let row = 0; row < count; row++) {
    const ms = msOf(row);
    if (ms === null || Number.isNaN(ms)) {
      valid ??= new Uint8Array(count).fill(1);
      valid[row] = 0;
      words[row * 2] = 0;
      words[row * 2 + 1] = 0;
      continue;
    }
    const us = Math.round(ms * 1000);
    words[row * 2] = us % TWO_32;
    words[row * 2 + 1] = Math.floor(us / TWO_32);
  }
  duckdb.copy_data_to_vector(vector, 0, buffer, 0, count * 8);
  if (valid !== null) writeValidity(vector, count, (row) => valid[row] === 1);
}

/** Writes a BOOLEAN vector. */
export function writeBooleans(
  vector: duckdb.Vector,
  count: number,
  valueOf: (row: number) => boolean | null,
): void {
  let nulls = false;
  for (let row = 0; row < count; row++) {
    const value = valueOf(row);
    if (value === null) nulls = true;
    octets[row] = value === null ? 2 : Number(value);
  }
  if (nulls) {
    const valid = octets.slice(0, count);
    for (let row = 0; row < count; row++) octets[row] = octets[row] === 1 ? 1 : 0;
    duckdb.copy_data_to_vector(vector, 0, buffer, 0, count);
    writeValidity(vector, count, (row) => valid[row] !== 2);
    return;
  }
  duckdb.copy_data_to_vector(vector, 0, buffer, 0, count);
}

/** Writes whole numbers of 32 bits to a UINTEGER vector. */
export function writeUint32s(
  vector: duckdb.Vector,
  values: Uint32Array,
  first: number,
  count: number,
): void {
  duckdb.copy_data_to_vector(
    vector,
    0,
    values.buffer as ArrayBuffer,
    values.byteOffset + first * 4,
    count * 4,
  );
}

/** Writes pairs of 32-bit halves (low, high) to a UBIGINT vector. */
export function writeUint64s(
  vector: duckdb.Vector,
  halves: Uint32Array,
  first: number,
  count: number,
): void {
  duckdb.copy_data_to_vector(
    vector,
    0,
    halves.buffer as ArrayBuffer,
    halves.byteOffset + first * 8,
    count * 8,
  );
}
