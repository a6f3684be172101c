import { Worker } from "node:worker_threads";
import type { LogObject } from "../sources/source.ts";
import type { IngestBlock } from "../store/store.ts";
import type { IngestAnswer, IngestTask } from "./ingest-task.ts";
import { readObjectBlocks, type BlockOptions } from "./read-object-blocks.ts";
import type { ObjectReading } from "./read-object-invocations.ts";

/** An object being read: its blocks in order, then what was learnt of it. */
export interface BlockStream {
  blocks(): AsyncGenerator<IngestBlock, ObjectReading>;
}

/** Reads an object on this thread. Each block is taken before the next bytes are read. */
export function blocksHere(
  object: LogObject,
  options: BlockOptions,
  skip: number,
  onBytes: (bytes: number) => void,
): BlockStream {
  return {
    async *blocks() {
      const made: IngestBlock[] = [];
      let wakeReader: () => void = () => undefined;
      let wakeTaker: () => void = () => undefined;
      let done = false;
      const reading = readObjectBlocks(
        object,
        options,
        (block) => {
          if (block.number < skip) return;
          made.push(block);
          wakeTaker();
        },
        onBytes,
        async () => {
          while (made.length > 0) await new Promise<void>((resolve) => (wakeReader = resolve));
        },
      ).finally(() => {
        done = true;
        wakeTaker();
      });
      // Raised by the `return await` below.
      reading.catch(() => undefined);
      for (;;) {
        const block = made[0];
        if (block !== undefined) {
          yield block;
          made.shift();
          wakeReader();
        } else if (done) return reading;
        else await new Promise<void>((resolve) => (wakeTaker = resolve));
      }
    },
  };
}

/** A thread that reads one object at a time. */
export class BlockThread {
  readonly #worker: Worker;
  readonly #answers: IngestAnswer[] = [];
  readonly #onBytes: (bytes: number) => void;
  #wake: () => void = () => undefined;

  constructor(path: string, onBytes: (bytes: number) => void) {
    this.#onBytes = onBytes;
    this.#worker = new Worker(path);
    this.#worker.on("message", (answer: IngestAnswer) => {
      if (answer.kind === "bytes") this.#onBytes(answer.bytes);
      else this.#put(answer);
    });
    this.#worker.on("error", (error) => this.#put({ kind: "failed", error }));
  }

  /** Starts to read; the blocks wait until they are taken. */
  start(path: string, options: BlockOptions, skip: number): BlockStream {
    this.#say({ kind: "read", path, skip, options });
    return { blocks: () => this.#blocks() };
  }

  end(): void {
    this.#say({ kind: "end" });
  }

  async stop(): Promise<void> {
    await this.#worker.terminate();
  }

  async *#blocks(): AsyncGenerator<IngestBlock, ObjectReading> {
    for (;;) {
      const answer = this.#answers.shift();
      if (answer === undefined) await new Promise<void>((resolve) => (this.#wake = resolve));
      else if (answer.kind === "failed") throw answer.error;
      else if (answer.kind === "read") return answer.reading;
      else if (answer.kind === "block") {
        this.#say({ kind: "taken" });
        yield answer.block;
      }
    }
  }

  #put(answer: IngestAnswer): void {
    this.#answers.push(answer);
    this.#wake();
  }

  #say(task: IngestTask): void {
    this.#worker.postMessage(task);
  }
}
