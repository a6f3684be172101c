import { NO_ROW, type EnvironmentTable } from "./environment-table.ts";
import { isSampled } from "./sample-level.ts";
import { hashWith } from "./text-hash.ts";

const FIRST_CHUNK = 16;
const LARGEST_CHUNK = 16_384;
const WORTH_ADOPTING = 2_048;
const LONGEST_US = 0xffff_ffff;

/** Columns of spans; the first `length` rows count. */
export interface SpanChunk {
  readonly length: number;
  /** Row of the environment table; `NO_ROW`: the log stream is not known. */
  readonly environment: Uint32Array;
  /** When the invocation ended, milliseconds since the epoch. */
  readonly endMs: Float64Array;
  /** How long the environment was busy, init included, microseconds. */
  readonly elapsedUs: Uint32Array;
}

type OpenChunk = { -readonly [K in keyof SpanChunk]: SpanChunk[K] };

export interface BusySpansState {
  readonly level: number;
  readonly chunks: readonly SpanChunk[];
}

/** When execution environments were busy: 16 bytes for each invocation. Its order means nothing. */
export class BusySpans {
  count = 0;
  #level = 0;
  #chunks: SpanChunk[] = [];
  #open: OpenChunk | null = null;

  get level(): number {
    return this.#level;
  }

  get chunks(): readonly SpanChunk[] {
    return this.#chunks;
  }

  /** Adds a span. `row` is of `table`; a span of an environment that is not kept must not be added. */
  add(table: EnvironmentTable, row: number, endMs: number, elapsedMs: number): void {
    const elapsedUs = Math.min(LONGEST_US, Math.round(elapsedMs * 1_000));
    if (this.#level > 0 && !isSampled(keyOf(table, row, endMs, elapsedUs), this.#level)) return;
    this.#push(row, endMs, elapsedUs);
  }

  /** Takes over spans whose rows became `rows` in the table of this one. */
  merge(table: EnvironmentTable, other: BusySpans, rows: Uint32Array): void {
    const level = Math.max(this.#level, other.#level);
    this.thin(table, level);
    for (const chunk of other.#chunks) {
      const { length } = chunk;
      if (other.#level === level && length >= WORTH_ADOPTING && !rows.includes(NO_ROW)) {
        this.#chunks.push({
          ...chunk,
          environment: chunk.environment.map((row) => rowIn(rows, row)),
        });
        this.count += length;
      } else this.#addChunk(table, chunk, rows);
    }
  }

  /** Keeps the spans of one environment in 2^level; spans of no known environment one by one. */
  thin(table: EnvironmentTable, level: number): void {
    if (level <= this.#level) return;
    this.#level = level;
    this.#rewrite(table, null);
  }

  /** Follows a change of the table's rows; spans of environments that went go too. */
  remap(table: EnvironmentTable, rows: Uint32Array): void {
    this.#rewrite(table, rows);
  }

  toState(): BusySpansState {
    return {
      level: this.#level,
      chunks: this.#chunks.map((chunk) => ({
        length: chunk.length,
        environment: chunk.environment.slice(0, chunk.length),
        endMs: chunk.endMs.slice(0, chunk.length),
        elapsedUs: chunk.elapsedUs.slice(0, chunk.length),
      })),
    };
  }

  static fromState(state: BusySpansState): BusySpans {
    const spans = new BusySpans();
    spans.#level = state.level;
    spans.#chunks = [...state.chunks];
    for (const chunk of state.chunks) spans.count += chunk.length;
    return spans;
  }

  #rewrite(table: EnvironmentTable, rows: Uint32Array | null): void {
    const old = this.#chunks;
    this.count = 0;
    this.#chunks = [];
    this.#open = null;
    for (const chunk of old) this.#addChunk(table, chunk, rows);
  }

  #addChunk(table: EnvironmentTable, chunk: SpanChunk, rows: Uint32Array | null): void {
    for (let i = 0; i < chunk.length; i++) {
      const old = chunk.environment[i] as number;
      const row = rows === null ? old : rowIn(rows, old);
      if (row === NO_ROW && old !== NO_ROW) continue;
      const endMs = chunk.endMs[i] as number;
      const elapsedUs = chunk.elapsedUs[i] as number;
      if (isSampled(keyOf(table, row, endMs, elapsedUs), this.#level)) {
        this.#push(row, endMs, elapsedUs);
      }
    }
  }

  #push(row: number, endMs: number, elapsedUs: number): void {
    let open = this.#open;
    if (open === null || open.length === open.endMs.length) {
      const size = open === null ? FIRST_CHUNK : Math.min(LARGEST_CHUNK, open.length * 2);
      open = {
        length: 0,
        environment: new Uint32Array(size),
        endMs: new Float64Array(size),
        elapsedUs: new Uint32Array(size),
      };
      this.#chunks.push(open);
      this.#open = open;
    }
    const at = open.length++;
    open.environment[at] = row;
    open.endMs[at] = endMs;
    open.elapsedUs[at] = elapsedUs;
    this.count++;
  }
}

function rowIn(rows: Uint32Array, row: number): number {
  return row === NO_ROW ? NO_ROW : (rows[row] as number);
}

/** What sampling looks at: the environment, or the span itself where that is not known. */
function keyOf(table: EnvironmentTable, row: number, endMs: number, elapsedUs: number): number {
  return row === NO_ROW ? hashWith(endMs, elapsedUs) : table.key(row);
}
