import { stat } from "node:fs/promises";
import { parentPort } from "node:worker_threads";
import { fileObject } from "../sources/files/file-object.ts";
import { transferablesOf } from "../store/invocation-block.ts";
import type { IngestBlock } from "../store/store.ts";
import { WAITING_BLOCKS, type IngestAnswer, type IngestTask } from "./ingest-task.ts";
import { readObjectBlocks, type BlockOptions } from "./read-object-blocks.ts";

let waiting = 0;
let wake: () => void = () => undefined;
const say = (answer: IngestAnswer, transfer: ArrayBuffer[] = []): void =>
  parentPort?.postMessage(answer, transfer);

parentPort?.on("message", (task: IngestTask) => {
  if (task.kind === "end") parentPort?.close();
  else if (task.kind === "taken") {
    waiting--;
    wake();
  } else {
    read(task.path, task.skip, task.options).catch((error: unknown) =>
      say({ kind: "failed", error }),
    );
  }
});

async function read(path: string, skip: number, options: BlockOptions): Promise<void> {
  const object = fileObject(path, await stat(path, { bigint: true }));
  const reading = await readObjectBlocks(
    object,
    options,
    (block) => {
      if (block.number >= skip) send(block);
    },
    (bytes) => say({ kind: "bytes", bytes }),
    ready,
  );
  say({ kind: "read", reading });
}

function send(block: IngestBlock): void {
  waiting++;
  const { logEvents } = block;
  const log =
    logEvents === null
      ? []
      : [
          logEvents.bytes,
          logEvents.starts,
          logEvents.ends,
          logEvents.timestampMs,
          logEvents.stream,
        ];
  say({ kind: "block", block }, [
    ...transferablesOf(block.invocations),
    ...log.map((array) => array.buffer as ArrayBuffer),
  ]);
}

async function ready(): Promise<void> {
  for (;;) {
    if (waiting < WAITING_BLOCKS) return;
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
}
