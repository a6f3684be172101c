/**
 * A map that keeps what was used last: at most `most` entries, at least the last half of them.
 * Two maps take turns, because Node's `Map` needs time in proportion to its size to find its oldest
 * entry while old ones are deleted.
 */
export class RecentMap<Key, Value> {
  readonly #most: number;
  readonly #forget: (value: Value) => void;
  #young = new Map<Key, Value>();
  #old = new Map<Key, Value>();

  /** `forget` hears of every value that is dropped for want of room. */
  constructor(most: number, forget: (value: Value) => void = () => undefined) {
    this.#most = most;
    this.#forget = forget;
  }

  get size(): number {
    return this.#young.size + this.#old.size;
  }

  /** The value, which counts as used. */
  get(key: Key): Value | undefined {
    const young = this.#young.get(key);
    if (young !== undefined) return young;
    const old = this.#old.get(key);
    if (old === undefined) return undefined;
    this.#old.delete(key);
    this.add(key, old);
    return old;
  }

  /** Adds a key that is not there. */
  add(key: Key, value: Value): void {
    if (this.#young.size >= this.#most / 2) this.forgetOld();
    this.#young.set(key, value);
  }

  delete(key: Key): void {
    if (!this.#young.delete(key)) this.#old.delete(key);
  }

  /** Drops what was not used since this was last called, by itself or from outside. */
  forgetOld(): void {
    const forgotten = this.#old;
    this.#old = this.#young;
    this.#young = new Map();
    for (const value of forgotten.values()) this.#forget(value);
  }

  *values(): Generator<Value> {
    yield* this.#old.values();
    yield* this.#young.values();
  }
}
