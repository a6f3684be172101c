import { hashWith } from "./text-hash.ts";
import { isSampled } from "./sample-level.ts";

/** Row of an environment that is not kept. */
export const NO_ROW = 0xffff_ffff;

export interface EnvironmentTableState {
  readonly level: number;
  readonly keys: Float64Array;
  readonly sizesMb: Uint32Array;
  readonly usedMb: Uint32Array;
}

/**
 * One row for each execution environment of a function: a log stream at a memory size.
 *
 * Max Memory Used is the environment's maximum so far, over all its invocations; the greatest value
 * of a log stream is therefore its final one, in whatever order the lines come. Takes 24 to 40
 * bytes for each environment. 0 stands for "not known" in both memory columns.
 */
export class EnvironmentTable {
  count = 0;
  #level = 0;
  #keys = new Float64Array(8);
  #sizesMb = new Uint32Array(8);
  #usedMb = new Uint32Array(8);
  /** Row + 1 at the place of its key; 0 where free. Open addressing. */
  #places = new Uint32Array(16);

  /** Share of environments that is kept: one in 2^level. */
  get level(): number {
    return this.#level;
  }

  /** Row of a log stream (its hash) at a memory size, made if new; `NO_ROW` where not kept. */
  row(stream: number, sizeMb: number): number {
    return this.#rowOfKey(hashWith(stream, sizeMb), sizeMb);
  }

  /** Notes a Max Memory Used of an environment. */
  used(row: number, usedMb: number): void {
    if (usedMb > (this.#usedMb[row] as number)) this.#usedMb[row] = usedMb;
  }

  key(row: number): number {
    return this.#keys[row] as number;
  }

  sizeMb(row: number): number {
    return this.#sizesMb[row] as number;
  }

  usedMb(row: number): number {
    return this.#usedMb[row] as number;
  }

  /** Takes over the rows of another table; the answer is the new row of each old one. */
  merge(other: EnvironmentTable): Uint32Array {
    const rows = new Uint32Array(other.count);
    for (let row = 0; row < other.count; row++) {
      const mine = this.#rowOfKey(other.key(row), other.sizeMb(row));
      if (mine !== NO_ROW) this.used(mine, other.usedMb(row));
      rows[row] = mine;
    }
    return rows;
  }

  /** Keeps one in 2^level; the answer is the new row of each old one, null where nothing changed. */
  thin(level: number): Uint32Array | null {
    if (level <= this.#level) return null;
    const thinned = new EnvironmentTable();
    thinned.#level = level;
    const rows = thinned.merge(this);
    this.count = thinned.count;
    this.#level = level;
    this.#keys = thinned.#keys;
    this.#sizesMb = thinned.#sizesMb;
    this.#usedMb = thinned.#usedMb;
    this.#places = thinned.#places;
    return rows;
  }

  toState(): EnvironmentTableState {
    return {
      level: this.#level,
      keys: this.#keys.slice(0, this.count),
      sizesMb: this.#sizesMb.slice(0, this.count),
      usedMb: this.#usedMb.slice(0, this.count),
    };
  }

  static fromState(state: EnvironmentTableState): EnvironmentTable {
    const table = new EnvironmentTable();
    table.#level = state.level;
    for (let i = 0; i < state.keys.length; i++) {
      const row = table.#rowOfKey(state.keys[i] as number, state.sizesMb[i] as number);
      table.used(row, state.usedMb[i] as number);
    }
    return table;
  }

  #rowOfKey(key: number, sizeMb: number): number {
    if (!isSampled(key, this.#level)) return NO_ROW;
    const mask = this.#places.length - 1;
    // The low bits may all be zero by sampling, so the place comes from the bits above them.
    let place = (key / 2 ** 21) & mask;
    for (;;) {
      const row = (this.#places[place] as number) - 1;
      if (row < 0) break;
      if (this.#keys[row] === key) return row;
      place = (place + 1) & mask;
    }
    const row = this.count;
    if (row === this.#keys.length) this.#grow();
    this.#keys[row] = key;
    this.#sizesMb[row] = sizeMb;
    this.#places[place] = row + 1;
    this.count++;
    if (this.count * 2 > this.#places.length) this.#spread();
    return row;
  }

  #grow(): void {
    const size = this.#keys.length * 2;
    this.#keys = widened(this.#keys, new Float64Array(size));
    this.#sizesMb = widened(this.#sizesMb, new Uint32Array(size));
    this.#usedMb = widened(this.#usedMb, new Uint32Array(size));
  }

  #spread(): void {
    this.#places = new Uint32Array(this.#places.length * 2);
    const mask = this.#places.length - 1;
    for (let row = 0; row < this.count; row++) {
      let place = ((this.#keys[row] as number) / 2 ** 21) & mask;
      while (this.#places[place] !== 0) place = (place + 1) & mask;
      this.#places[place] = row + 1;
    }
  }
}

function widened<T extends Float64Array | Uint32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}
