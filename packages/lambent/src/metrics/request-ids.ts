import { NumberList } from "./number-list.ts";
import { isSampled } from "./sample-level.ts";
import { sortedNumbers } from "./sorted-numbers.ts";

export interface RequestIdsState {
  readonly level: number;
  readonly hashes: readonly Float64Array[];
}

/**
 * Counts invocations beyond the first with the same request id. An asynchronous retry reuses the
 * id (AWS Lambda guide, "Asynchronous invocation"), so these are the retries.
 * Takes 8 bytes for each invocation.
 */
export class RequestIds {
  #hashes = new NumberList();
  #level = 0;

  /** Ids that are kept. */
  get kept(): number {
    return this.#hashes.length;
  }

  /** Adds the hash of an id, from `hashText`. */
  add(hash: number): void {
    if (isSampled(hash, this.#level)) this.#hashes.push(hash);
  }

  merge(other: RequestIds): void {
    const level = Math.max(this.#level, other.#level);
    this.thin(level);
    if (other.#level === level) return this.#hashes.merge(other.#hashes);
    for (const chunk of other.#hashes.arrays()) for (const hash of chunk) this.add(hash);
  }

  /** Keeps one in 2^level; never goes back to a lower level. */
  thin(level: number): void {
    if (level <= this.#level) return;
    this.#level = level;
    this.#hashes.keep((hash) => isSampled(hash, level));
  }

  /** Invocations beyond the first with the same id; an estimate where only a part is kept. */
  repeats(): number {
    const hashes = sortedNumbers(this.#hashes.toArray());
    let repeats = 0;
    for (let i = 1; i < hashes.length; i++) if (hashes[i] === hashes[i - 1]) repeats++;
    return repeats * 2 ** this.#level;
  }

  toState(): RequestIdsState {
    return { level: this.#level, hashes: this.#hashes.toState() };
  }

  static fromState(state: RequestIdsState): RequestIds {
    const ids = new RequestIds();
    ids.#level = state.level;
    ids.#hashes = NumberList.fromState(state.hashes);
    return ids;
  }
}
