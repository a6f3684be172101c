import { isAscii } from "node:buffer";
import duckdb from "@duckdb/node-bindings";

const INLINE_BYTES = 12;
const TWO_32 = 4_294_967_296;

/** Validity bits of a vector, or null where every row is valid. */
function validityOf(vector: duckdb.Vector, count: number): Uint8Array | null {
  return duckdb.vector_get_validity(vector, Math.ceil(count / 64) * 8) ?? null;
}

function isNull(validity: Uint8Array | null, row: number): boolean {
  return validity !== null && (validity[row >> 3]! & (1 << (row & 7))) === 0;
}

/** Values of a DOUBLE vector. */
export function readDoubles(vector: duckdb.Vector, count: number): (number | null)[] {
  const data = duckdb.vector_get_data(vector, count * 8);
  const values = new Float64Array(data.buffer, data.byteOffset, count);
  const validity = validityOf(vector, count);
  const result: (number | null)[] = [];
  for (let row = 0; row < count; row++) result.push(isNull(validity, row) ? null : values[row]!);
  return result;
}

/** Values of a UBIGINT vector without nulls, as pairs of halves (low, high). */
export function readUint64s(vector: duckdb.Vector, count: number): Uint32Array {
  const data = duckdb.vector_get_data(vector, count * 8);
  return new Uint32Array(data.buffer, data.byteOffset, count * 2);
}

/** Values of a BOOLEAN vector. */
export function readBooleans(vector: duckdb.Vector, count: number): (boolean | null)[] {
  const values = duckdb.vector_get_data(vector, count);
  const validity = validityOf(vector, count);
  const result: (boolean | null)[] = [];
  for (let row = 0; row < count; row++)
    result.push(isNull(validity, row) ? null : values[row] !== 0);
  return result;
}

/** Values of a TIMESTAMP vector (µs, 64 bits) as milliseconds since the epoch. */
export function readTimestamps(vector: duckdb.Vector, count: number): (number | null)[] {
  const data = duckdb.vector_get_data(vector, count * 8);
  const low = new Uint32Array(data.buffer, data.byteOffset, count * 2);
  const high = new Int32Array(data.buffer, data.byteOffset, count * 2);
  const validity = validityOf(vector, count);
  const result: (number | null)[] = [];
  for (let row = 0; row < count; row++) {
    result.push(
      isNull(validity, row) ? null : (high[row * 2 + 1]! * TWO_32 + low[row * 2]!) / 1000,
    );
  }
  return result;
}

/**
 * Values of a VARCHAR vector. Long strings live behind pointers, and following one costs more than
 * decoding it; so neighbours in memory are fetched together, and equal pointers once.
 */
export function readStrings(vector: duckdb.Vector, count: number): (string | null)[] {
  const data = duckdb.vector_get_data(vector, count * 16);
  const records = data.buffer as ArrayBuffer;
  const words = new Uint32Array(records, data.byteOffset, count * 4);
  const bytes = Buffer.from(records, data.byteOffset, count * 16);
  const validity = validityOf(vector, count);
  const result = Array.from<string | null>({ length: count }).fill(null);
  /** Row whose text is at an address: rows of a dictionary share their texts. */
  const firstAt = new Map<number, number>();
  const copies: { row: number; of: number }[] = [];

  // The run: rows whose texts touch each other in memory, from address `low` to before `high`.
  let run: { row: number; address: number; length: number }[] = [];
  let low = 0;
  let high = 0;
  let lowRow = 0;
  const flush = (): void => {
    if (run.length === 0) return;
    const memory = duckdb.get_data_from_pointer(
      records,
      data.byteOffset + lowRow * 16 + 8,
      high - low,
    );
    const text = Buffer.from(memory.buffer, memory.byteOffset, high - low);
    const ascii = isAscii(text);
    for (const { row, address, length } of run) {
      const at = address - low;
      result[row] = ascii
        ? text.toString("latin1", at, at + length)
        : text.toString("utf8", at, at + length);
    }
    run = [];
  };

  let short = "";
  let shortRow = -1;
  for (let row = 0; row < count; row++) {
    if (isNull(validity, row)) continue;
    const length = words[row * 4]!;
    if (length <= INLINE_BYTES) {
      if (shortRow < 0 || !sameRecord(words, shortRow, row)) {
        short = bytes.toString("utf8", row * 16 + 4, row * 16 + 4 + length);
        shortRow = row;
      }
      result[row] = short;
      continue;
    }
    const address = words[row * 4 + 3]! * TWO_32 + words[row * 4 + 2]!;
    const first = firstAt.get(address);
    if (first !== undefined && words[first * 4] === length) {
      copies.push({ row, of: first });
      continue;
    }
    firstAt.set(address, row);
    if (run.length > 0 && address === high) high += length;
    else if (run.length > 0 && address + length === low) {
      low = address;
      lowRow = row;
    } else {
      flush();
      low = address;
      high = address + length;
      lowRow = row;
    }
    run.push({ row, address, length });
  }
  flush();
  for (const { row, of } of copies) result[row] = result[of]!;
  return result;
}

function sameRecord(words: Uint32Array, a: number, b: number): boolean {
  return (
    words[a * 4] === words[b * 4] &&
    words[a * 4 + 1] === words[b * 4 + 1] &&
    words[a * 4 + 2] === words[b * 4 + 2] &&
    words[a * 4 + 3] === words[b * 4 + 3]
  );
}
