import { createInflateRaw } from "node:zlib";
import type { InflateRaw } from "node:zlib";

/** Plain bytes made in one call to zlib: large, so that the way to its thread and back costs little. */
const CHUNK_BYTES = 262_144;

/** The deflate data inside one gzip member, inflated on zlib's own thread. */
export class MemberInflation {
  readonly #engine: InflateRaw;
  #output: Buffer[] = [];
  #writtenBytes = 0;
  #failed = false;
  #settle: (() => void) | null = null;

  constructor(chunkBytes: number = CHUNK_BYTES) {
    this.#engine = createInflateRaw({ chunkSize: chunkBytes });
    this.#engine.on("data", (chunk: Buffer) => this.#output.push(chunk));
    this.#engine.on("end", () => this.#settle?.());
    this.#engine.on("error", () => {
      this.#failed = true;
      this.#settle?.();
    });
  }

  /** True where the deflate data breaks its own rules. */
  get failed(): boolean {
    return this.#failed;
  }

  /** True once a byte was offered that lies behind the end of the deflate data. */
  get ended(): boolean {
    return !this.#failed && this.#engine.bytesWritten < this.#writtenBytes;
  }

  /** Stored bytes offered that were not used, as they lie behind the end. */
  get unusedBytes(): number {
    return this.#writtenBytes - this.#engine.bytesWritten;
  }

  /** Offers stored bytes; done when all that follows from them can be had from `take`. */
  write(stored: Buffer): Promise<void> {
    this.#writtenBytes += stored.length;
    return new Promise((resolve) => {
      this.#settle = resolve;
      this.#engine.write(stored, () => resolve());
    });
  }

  /** Plain bytes made since the last call. */
  take(): Buffer[] {
    const output = this.#output;
    this.#output = [];
    return output;
  }

  close(): void {
    this.#engine.destroy();
  }
}
