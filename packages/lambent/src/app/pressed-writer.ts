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

  /**
   * To be awaited now and then: memory holds what was written since the last time.
   *
   * @throws the stream's own error, or one that says that it was closed
   */
  async flush(force = false): Promise<void> {
    if (this.#length === 0 || (!force && this.#length < PIECE)) return;
    const text = this.#waiting.join("");
    this.#waiting = [];
    this.#length = 0;
    if ("destroyed" in this.#stream && this.#stream.destroyed === true) throw closed();
    if (!this.#stream.write(text)) await drained(this.#stream);
  }
}

/** A stream that is closed while it is waited for never drains. */
function drained(stream: NodeJS.WritableStream): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (settle: () => void): void => {
      stream.off("drain", onDrain).off("error", onError).off("close", onClose);
      settle();
    };
    const onDrain = (): void => end(resolve);
    const onError = (error: Error): void => end(() => reject(error));
    const onClose = (): void => end(() => reject(closed()));
    stream.on("drain", onDrain).on("error", onError).on("close", onClose);
  });
}

function closed(): Error {
  return new Error("The output was closed before all was written.");
}
