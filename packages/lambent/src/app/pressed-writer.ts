import { once } from "node:events";

/** Text is handed to the stream in pieces of about this size. Characters. */
const PIECE = 65_536;

/** Writes many small texts to a stream, and waits for a slow reader before more is made. */
export class PressedWriter {
  readonly #stream: NodeJS.WritableStream;
  #waiting: string[] = [];
  #length = 0;

  constructor(stream: NodeJS.WritableStream) {
    this.#stream = stream;
  }

  write(text: string): void {
    this.#waiting.push(text);
    this.#length += text.length;
  }

  /** To be awaited now and then: memory holds what was written since the last time. */
  async flush(force = false): Promise<void> {
    if (this.#length === 0 || (!force && this.#length < PIECE)) return;
    const text = this.#waiting.join("");
    this.#waiting = [];
    this.#length = 0;
    if (!this.#stream.write(text)) await once(this.#stream, "drain");
  }
}
