const FIRST_CHUNK = 16;
const LARGEST_CHUNK = 32_768;
/** A shorter chunk is copied on merging, so that many small merges do not leave many small chunks. */
const WORTH_ADOPTING = 4_096;

interface Chunk {
  readonly values: Float64Array;
  length: number;
}

/** A growing list of numbers that never copies what it holds; its order means nothing. */
export class NumberList {
  length = 0;
  #chunks: Chunk[] = [];
  #open: Chunk | null = null;

  push(value: number): void {
    let chunk = this.#open;
    if (chunk === null || chunk.length === chunk.values.length) {
      const size = chunk === null ? FIRST_CHUNK : Math.min(LARGEST_CHUNK, chunk.length * 2);
      chunk = { values: new Float64Array(size), length: 0 };
      this.#chunks.push(chunk);
      this.#open = chunk;
    }
    chunk.values[chunk.length++] = value;
    this.length++;
  }

  merge(other: NumberList): void {
    for (const chunk of other.arrays()) this.#take(chunk);
  }

  /** Keeps the values that the test accepts. */
  keep(test: (value: number) => boolean): void {
    const old = this.arrays();
    this.length = 0;
    this.#chunks = [];
    this.#open = null;
    for (const chunk of old) for (const value of chunk) if (test(value)) this.push(value);
  }

  /** The content as views, without a copy. */
  arrays(): Float64Array[] {
    return this.#chunks.map((chunk) => chunk.values.subarray(0, chunk.length));
  }

  /** The content in one new array. */
  toArray(): Float64Array {
    const all = new Float64Array(this.length);
    let at = 0;
    for (const chunk of this.arrays()) {
      all.set(chunk, at);
      at += chunk.length;
    }
    return all;
  }

  /** Arrays that own their memory, so that sending them sends no more than the content. */
  toState(): Float64Array[] {
    return this.#chunks.map((chunk) => chunk.values.slice(0, chunk.length));
  }

  static fromState(state: readonly Float64Array[]): NumberList {
    const list = new NumberList();
    for (const chunk of state) list.#take(chunk);
    return list;
  }

  #take(values: Float64Array): void {
    if (values.length < WORTH_ADOPTING) {
      for (const value of values) this.push(value);
      return;
    }
    this.#chunks.push({ values, length: values.length });
    this.length += values.length;
  }
}
