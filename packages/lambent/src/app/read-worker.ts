import { parentPort, workerData } from "node:worker_threads";
import { SeenRecords } from "../invocations/seen-records.ts";
import { unmeasuredFile } from "../sources/files/file-object.ts";
import { transferables } from "../metrics/transferables.ts";
import { LogAccount } from "./log-account.ts";
import { readObjectInvocations } from "./read-object-invocations.ts";
import type { ReadAnswer, ReadTask, ReadWorkerData } from "./read-task.ts";

const { filter, seen } = workerData as ReadWorkerData;
const shared = seen === null ? null : new SeenRecords(seen);
const account = new LogAccount();
const say = (answer: ReadAnswer, handedOver: ArrayBuffer[] = []): void =>
  parentPort?.postMessage(answer, handedOver);

// Tasks come one at a time: the next is sent when the last has been answered.
parentPort?.on("message", (task: ReadTask) => {
  if (task === null) {
    const state = account.toState();
    say({ kind: "account", account: state }, transferables(state));
    parentPort?.close();
    return;
  }
  void read(task);
});

async function read({ path, index, records }: NonNullable<ReadTask>): Promise<void> {
  const reading = await readObjectInvocations(
    unmeasuredFile(path),
    filter,
    shared ?? SeenRecords.for(records),
    (invocation) => account.add(invocation),
    (bytes) => say({ kind: "bytes", bytes }),
  );
  say({ kind: "read", index, reading });
}
