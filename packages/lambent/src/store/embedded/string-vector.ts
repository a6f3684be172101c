import { isUtf8 } from "node:buffer";
import duckdb from "@duckdb/node-bindings";

/** Rows of a DuckDB vector at most (`STANDARD_VECTOR_SIZE`). */
export const VECTOR_SIZE = 2048;
/** Strings up to this many bytes live inside `duckdb_string_t` itself. */
const INLINE_BYTES = 12;
const TWO_32 = 4_294_967_296;

const records = new ArrayBuffer(VECTOR_SIZE * 16);
const words = new Uint32Array(records);
const octets = new Uint8Array(records);
const validity = new ArrayBuffer(VECTOR_SIZE / 8);
const validityWords = new Uint32Array(validity);
let heap = Buffer.allocUnsafe(1 << 18);

/*
 * A VARCHAR vector is an array of 16-byte `duckdb_string_t` (duckdb.h): length (4 bytes), then
 * either up to 12 bytes of text, or its first 4 bytes and a pointer. One call of the binding per
 * string costs 100 to 200 ns. Here the text of a whole vector is given to DuckDB in one call, as
 * one long string, which DuckDB copies to memory that lives as long as the vector; then the 16-byte
 * records are computed here, pointing into that copy, and put over it. This is 8 times as fast.
 */

/** Where DuckDB put the bytes, as the two halves of the pointer. */
function place(vector: duckdb.Vector, bytes: Uint8Array): { low: number; high: number } {
  duckdb.vector_assign_string_element_len(vector, 0, bytes);
  const record = duckdb.vector_get_data(vector, 16);
  const view = new DataView(record.buffer, record.byteOffset, 16);
  return { low: view.getUint32(8, true), high: view.getUint32(12, true) };
}

function putRecord(
  row: number,
  bytes: Uint8Array,
  from: number,
  length: number,
  at: { low: number; high: number },
): void {
  const word = row * 4;
  words[word] = length;
  if (length <= INLINE_BYTES) {
    words[word + 1] = 0;
    words[word + 2] = 0;
    words[word + 3] = 0;
    for (let i = 0; i < length; i++) octets[row * 16 + 4 + i] = bytes[from + i]!;
    return;
  }
  words[word + 1] =
    bytes[from]! | (bytes[from + 1]! << 8) | (bytes[from + 2]! << 16) | (bytes[from + 3]! << 24);
  const low = at.low + from;
  words[word + 2] = low >>> 0;
  words[word + 3] = low >= TWO_32 ? at.high + 1 : at.high;
}

/** Whether every slice is UTF-8 on its own, given that all of them lie in `text`, from `base` on. */
function slicesAreUtf8(
  text: Uint8Array,
  base: number,
  starts: Uint32Array,
  ends: Uint32Array,
  first: number,
  count: number,
): boolean {
  if (!isUtf8(text)) return false;
  for (let row = first; row < first + count; row++) {
    const start = starts[row]! - base;
    const end = ends[row]! - base;
    if (start === end) continue;
    // A slice that begins or ends inside a character: the whole is valid and the slice is not.
    if ((text[start]! & 0xc0) === 0x80 || (text[end]! & 0xc0) === 0x80) return false;
  }
  return true;
}

/**
 * Writes `count` (at most 2,048) slices of bytes, in ascending order, as the rows of a VARCHAR
 * vector: slice i is from starts[i] to ends[i]. What is not UTF-8 becomes U+FFFD.
 */
export function writeSlices(
  vector: duckdb.Vector,
  bytes: Uint8Array,
  starts: Uint32Array,
  ends: Uint32Array,
  first: number,
  count: number,
): void {
  const base = starts[first]!;
  const text = bytes.subarray(base, ends[first + count - 1]);
  if (!slicesAreUtf8(text, base, starts, ends, first, count)) {
    const strings: string[] = [];
    for (let row = 0; row < count; row++) {
      const slice = bytes.subarray(starts[first + row], ends[first + row]);
      strings.push(Buffer.from(slice).toString("utf8"));
      rowEntry[row] = row;
    }
    writeEntries(vector, strings, count);
    return;
  }
  const at = text.length > 0 ? place(vector, text) : { low: 0, high: 0 };
  for (let row = 0; row < count; row++) {
    const start = starts[first + row]!;
    putRecord(row, text, start - base, ends[first + row]! - start, at);
  }
  duckdb.copy_data_to_vector(vector, 0, records, 0, count * 16);
}

/** Writes strings that repeat (`codes[row]` is 1 + index into `values`, 0 is null) as rows. */
export function writeRepeated(
  vector: duckdb.Vector,
  values: readonly string[],
  codes: Uint32Array,
  first: number,
  count: number,
): void {
  const entries: string[] = [];
  // Which of the values stand in these rows, and at which place in the text of the vector.
  const entryOf = new Map<number, number>();
  let nulls = false;
  let last = 0;
  let entry = 0;
  for (let row = 0; row < count; row++) {
    const code = codes[first + row]!;
    if (code === 0) {
      nulls = true;
      rowEntry[row] = -1;
      continue;
    }
    if (code !== last) {
      last = code;
      entry = entryOf.get(code) ?? entries.push(values[code - 1]!) - 1;
      entryOf.set(code, entry);
    }
    rowEntry[row] = entry;
  }
  writeEntries(vector, entries, count);
  if (nulls) writeValidity(vector, count, (row) => rowEntry[row]! >= 0);
}

const rowEntry = new Int32Array(VECTOR_SIZE);
const entryStart = new Uint32Array(VECTOR_SIZE + 1);

/** Writes the string that `rowEntry` names for each row. */
function writeEntries(vector: duckdb.Vector, entries: readonly string[], count: number): void {
  const length = encode(entries);
  const at = length > 0 ? place(vector, heap.subarray(0, length)) : { low: 0, high: 0 };
  for (let row = 0; row < count; row++) {
    const entry = rowEntry[row]!;
    const from = entry < 0 ? 0 : entryStart[entry]!;
    putRecord(row, heap, from, entry < 0 ? 0 : entryStart[entry + 1]! - from, at);
  }
  duckdb.copy_data_to_vector(vector, 0, records, 0, count * 16);
}

/** Puts the strings into the heap, back to back; fills `entryStart`; returns the length in bytes. */
function encode(entries: readonly string[]): number {
  const joined = entries.join("");
  if (heap.length < joined.length * 3) heap = Buffer.allocUnsafe(joined.length * 4);
  const length = heap.write(joined, 0, "utf8");
  const ascii = length === joined.length;
  let at = 0;
  for (let i = 0; i < entries.length; i++) {
    entryStart[i] = at;
    at += ascii ? entries[i]!.length : Buffer.byteLength(entries[i]!, "utf8");
  }
  entryStart[entries.length] = at;
  return length;
}

/** Marks the rows that are null. Call it only where some row is. */
export function writeValidity(
  vector: duckdb.Vector,
  count: number,
  isValid: (row: number) => boolean,
): void {
  validityWords.fill(0xffff_ffff);
  for (let row = 0; row < count; row++) {
    if (!isValid(row)) validityWords[row >> 5]! &= ~(1 << (row & 31));
  }
  duckdb.vector_ensure_validity_writable(vector);
  duckdb.copy_data_to_vector_validity(vector, 0, validity, 0, Math.ceil(count / 64) * 8);
}
