/** Chunks of bytes, read ahead as far as a format needs to see and no further. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Buffer>;
  #done = false;
  /** Bytes that were read and not yet skipped. */
  current: Buffer = Buffer.alloc(0);

  constructor(source: AsyncIterable<Buffer>) {
    this.#chunks = source[Symbol.asyncIterator]();
  }

  /** Adds the next chunk to `current`; false at the end of the source. */
  async more(): Promise<boolean> {
    while (!this.#done) {
      const next = await this.#chunks.next();
      if (next.done === true) {
        this.#done = true;
        break;
      }
      if (next.value.length === 0) continue;
      this.current =
        this.current.length === 0 ? next.value : Buffer.concat([this.current, next.value]);
      return true;
    }
    return false;
  }

  /** Reads until `current` has at least this many bytes; false where the source ends before. */
  async has(bytes: number): Promise<boolean> {
    while (this.current.length < bytes) {
      if (!(await this.more())) return false;
    }
    return true;
  }

  skip(bytes: number): void {
    this.current = this.current.subarray(bytes);
  }

  /** What is left, chunk by chunk. */
  async *rest(): AsyncGenerator<Buffer> {
    for (;;) {
      const chunk = this.current;
      this.current = Buffer.alloc(0);
      if (chunk.length > 0) yield chunk;
      if (!(await this.more())) return;
    }
  }

  /** Lets the source go before its end. */
  async close(): Promise<void> {
    if (this.#done) return;
    this.#done = true;
    await this.#chunks.return?.();
  }
}
