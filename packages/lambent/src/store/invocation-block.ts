import type { Invocation } from "../model/invocation.ts";
import { INVOCATION_COLUMNS, type InvocationColumn } from "./invocation-columns.ts";
import { writeInvocationKey } from "./invocation-key.ts";

/** Strings that repeat: each once, and a number for each row. */
export interface RepeatedStrings {
  readonly kind: "string";
  readonly values: readonly string[];
  /** Index into `values` plus 1; 0: null. */
  readonly codes: Uint32Array;
}

/** Strings that hardly ever repeat: their UTF-8 back to back. */
export interface SingleStrings {
  readonly kind: "id";
  readonly bytes: Uint8Array;
  /** One more than rows. */
  readonly offsets: Uint32Array;
  /** 1 for each row that is null; null where none is. */
  readonly nulls: Uint8Array | null;
}

/** Numbers, or times in milliseconds since the epoch; NaN: null. */
export interface Numbers {
  readonly kind: "number" | "time";
  readonly values: Float64Array;
}

/** 0 false, 1 true, 2 null. */
export interface Booleans {
  readonly kind: "boolean";
  readonly values: Uint8Array;
}

export type BlockColumn = RepeatedStrings | SingleStrings | Numbers | Booleans;

/**
 * Many invocations as columns, in the order of `INVOCATION_COLUMNS`. As objects they would cost more
 * to send between threads than to read from the logs.
 */
export interface InvocationBlock {
  readonly count: number;
  readonly columns: readonly BlockColumn[];
  /** 64-bit keys (`invocation-key.ts`) as pairs of halves. */
  readonly keys: Uint32Array;
}

export function invocationBlock(rows: readonly Invocation[]): InvocationBlock {
  const keys = new Uint32Array(rows.length * 2);
  for (let row = 0; row < rows.length; row++) writeInvocationKey(rows[row]!, keys, row * 2);
  return { count: rows.length, keys, columns: INVOCATION_COLUMNS.map((c) => columnOf(rows, c)) };
}

function columnOf(rows: readonly Invocation[], { kind, of }: InvocationColumn): BlockColumn {
  switch (kind) {
    case "number":
    case "time": {
      const values = new Float64Array(rows.length);
      for (let row = 0; row < rows.length; row++) values[row] = (of(rows[row]!) as number) ?? NaN;
      return { kind, values };
    }
    case "boolean": {
      const values = new Uint8Array(rows.length);
      for (let row = 0; row < rows.length; row++) {
        const value = of(rows[row]!);
        values[row] = value === null ? 2 : value === true ? 1 : 0;
      }
      return { kind, values };
    }
    case "string":
      return repeated(rows.map(of) as (string | null)[]);
    case "id":
      return single(rows.map(of) as (string | null)[]);
  }
}

function repeated(strings: readonly (string | null)[]): RepeatedStrings {
  const values: string[] = [];
  const known = new Map<string | null, number>([[null, 0]]);
  const codes = new Uint32Array(strings.length);
  let last: string | null = null;
  let code = 0;
  for (let row = 0; row < strings.length; row++) {
    const string = strings[row]!;
    if (string !== last) {
      last = string;
      code = known.get(string) ?? -1;
      if (code < 0) {
        code = values.push(string);
        known.set(string, code);
      }
    }
    codes[row] = code;
  }
  return { kind: "string", values, codes };
}

function single(strings: readonly (string | null)[]): SingleStrings {
  const joined = strings.join("");
  const bytes = new Uint8Array(Buffer.byteLength(joined));
  Buffer.from(bytes.buffer).write(joined);
  const ascii = bytes.length === joined.length;
  const offsets = new Uint32Array(strings.length + 1);
  let nulls: Uint8Array | null = null;
  for (let row = 0; row < strings.length; row++) {
    const string = strings[row]!;
    if (string === null) {
      nulls ??= new Uint8Array(strings.length);
      nulls[row] = 1;
    }
    const length = string === null ? 0 : ascii ? string.length : Buffer.byteLength(string);
    offsets[row + 1] = offsets[row]! + length;
  }
  return { kind: "id", bytes, offsets, nulls };
}

/** Some rows of a block, in the order given. */
export function selectRows(block: InvocationBlock, rows: Uint32Array): InvocationBlock {
  const keys = new Uint32Array(rows.length * 2);
  for (const [to, from] of rows.entries()) {
    keys[to * 2] = block.keys[from * 2]!;
    keys[to * 2 + 1] = block.keys[from * 2 + 1]!;
  }
  return {
    count: rows.length,
    keys,
    columns: block.columns.map((column): BlockColumn => {
      switch (column.kind) {
        case "string":
          return { ...column, codes: rows.map((from) => column.codes[from]!) };
        case "id":
          return single(Array.from(rows, (from) => singleAt(column, from)));
        case "boolean":
          return { ...column, values: Uint8Array.from(rows, (from) => column.values[from]!) };
        case "number":
        case "time":
          return { ...column, values: Float64Array.from(rows, (from) => column.values[from]!) };
      }
    }),
  };
}

/** The string of a row. */
export function singleAt(column: SingleStrings, row: number): string | null {
  if (column.nulls?.[row] === 1) return null;
  const { buffer, byteOffset } = column.bytes;
  const start = column.offsets[row]!;
  return Buffer.from(buffer, byteOffset + start, column.offsets[row + 1]! - start).toString("utf8");
}

/** Memory that can be handed to another thread instead of being copied. */
export function transferablesOf(block: InvocationBlock): ArrayBuffer[] {
  const arrays = block.columns.flatMap((column): (Uint8Array | Uint32Array | Float64Array)[] => {
    switch (column.kind) {
      case "string":
        return [column.codes];
      case "id":
        return [column.bytes, column.offsets, ...(column.nulls === null ? [] : [column.nulls])];
      case "number":
      case "time":
      case "boolean":
        return [column.values];
    }
  });
  return [...new Set([...arrays, block.keys].map((array) => array.buffer as ArrayBuffer))];
}
