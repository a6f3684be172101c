const SMALLEST_SLOTS = 1 << 16;
/** 128 MB: 11 million keys. */
const LARGEST_SLOTS = 1 << 24;
const FULLEST = 0.7;

/**
 * The 64-bit keys of all invocations that were seen. That a key was not seen is certain; one that
 * was seen may belong to a row that has gone since, or to another record with the same key.
 */
export class KnownKeys {
  #slots = new Uint32Array(SMALLEST_SLOTS);
  #homes = new Uint32Array(SMALLEST_SLOTS);
  #count = 0;

  /** True where the key has surely not been seen; from now on it has. */
  addNew(low: number, high: number): boolean {
    if (this.#count >= this.#slots.length * FULLEST && !this.#grow()) return false;
    // 0 marks a free slot.
    const kept = high === 0 ? 1 : high;
    const mask = this.#slots.length - 1;
    for (let slot = low & mask; ; slot = (slot + 1) & mask) {
      const found = this.#slots[slot]!;
      if (found === kept && this.#homes[slot] === low) return false;
      if (found !== 0) continue;
      this.#slots[slot] = kept;
      this.#homes[slot] = low;
      this.#count++;
      return true;
    }
  }

  /** False where there are too many to be kept: then every key may have been seen. */
  #grow(): boolean {
    if (this.#slots.length >= LARGEST_SLOTS) return false;
    const [slots, homes] = [this.#slots, this.#homes];
    this.#slots = new Uint32Array(slots.length * 2);
    this.#homes = new Uint32Array(slots.length * 2);
    this.#count = 0;
    for (let slot = 0; slot < slots.length; slot++) {
      if (slots[slot] !== 0) this.addNew(homes[slot]!, slots[slot]!);
    }
    return true;
  }
}
