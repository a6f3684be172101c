import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { SeenRecords } from "../invocations/seen-records.ts";
import { findObjects } from "../sources/files/find-objects.ts";
import type { UnreadablePath } from "../sources/files/find-objects.ts";
import type { LogObject } from "../sources/source.ts";
import { streamsAreApart } from "../sources/streams-apart.ts";
import { LogAccount } from "./log-account.ts";
import { readObjectInvocations } from "./read-object-invocations.ts";
import type { ObjectReading, ReadFilter } from "./read-object-invocations.ts";
import type { ReadAnswer, ReadTask, ReadWorkerData } from "./read-task.ts";

/** What reading a set of paths gave. */
export interface LogReading {
  readonly account: LogAccount;
  /** In the order of the paths. */
  readonly readings: readonly ObjectReading[];
  readonly unreadable: readonly UnreadablePath[];
  /** Records that were met again could not all be told, because there were too many. */
  readonly seenFull: boolean;
}

/** Told as reading goes on: bytes read and to be read, as stored. */
export type ReadProgress = (readBytes: number, totalBytes: number | null) => void;

/** Below this a second thread costs more than it brings. Bytes, as stored. */
const WORTH_THREADS_BYTES = 4 * 1_048_576;
const MOST_THREADS = 8;

/**
 * Reads all logs that the paths stand for. Large sets are read by as many threads as there are
 * cores; the account is the same, bit for bit, for any number of threads. Where a record stands in
 * two files, the threads race for which of them counts it: only the readings may differ then.
 *
 * @throws Problem LAMBENT_PATH_NOT_FOUND
 */
export async function readAccount(
  paths: readonly string[],
  filter: ReadFilter,
  progress: ReadProgress = () => undefined,
  threads: number = availableParallelism(),
): Promise<LogReading> {
  const { objects, unreadable } = await findObjects(paths);
  const sizes = objects.map((object) => object.sizeBytes);
  const knownBytes = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  const totalBytes = sizes.includes(null) ? null : knownBytes;
  const seen = streamsAreApart(objects) ? null : SeenRecords.for(recordsIn(totalBytes));
  let readBytes = 0;
  const onBytes = (bytes: number): void => {
    readBytes += bytes;
    progress(readBytes, totalBytes);
  };
  const worker = knownBytes >= WORTH_THREADS_BYTES ? workerPath() : null;
  const files = objects.filter((object) => object.sizeBytes !== null);
  const count = Math.min(threads, files.length, MOST_THREADS);
  const account = new LogAccount();
  const readings = new Map<LogObject, ObjectReading>();
  if (worker !== null && count > 1) {
    const data = { filter, seen: seen?.buffer ?? null } satisfies ReadWorkerData;
    const queue = new TaskQueue(files);
    const done = await Promise.all(
      Array.from({ length: count }, () => runThread(worker, data, queue, readings, onBytes)),
    );
    for (const one of done) account.merge(one);
  }
  for (const object of objects) {
    if (readings.has(object)) continue;
    const met = seen ?? SeenRecords.for(recordsIn(object.sizeBytes));
    readings.set(
      object,
      await readObjectInvocations(object, filter, met, (one) => account.add(one), onBytes),
    );
  }
  account.metrics.settle();
  return {
    account,
    readings: objects.map((object) => readings.get(object) as ObjectReading),
    unreadable,
    seenFull: seen?.full ?? false,
  };
}

/** REPORT records at the most: a gzipped one takes hardly less than 64 bytes. */
function recordsIn(storedBytes: number | null): number {
  return storedBytes === null ? Number.MAX_SAFE_INTEGER : storedBytes / 64;
}

/** The largest files first, so that no thread is left with one at the end. */
class TaskQueue {
  readonly objects: readonly LogObject[];
  readonly #order: number[];
  #next = 0;

  constructor(objects: readonly LogObject[]) {
    this.objects = objects;
    this.#order = objects.map((_, index) => index);
    this.#order.sort(
      (a, b) => (objects[b]?.sizeBytes ?? 0) - (objects[a]?.sizeBytes ?? 0) || a - b,
    );
  }

  take(): ReadTask {
    const index = this.#order[this.#next];
    this.#next += 1;
    if (index === undefined) return null;
    const { name, sizeBytes } = this.objects[index] as LogObject;
    return { index, path: name, records: recordsIn(sizeBytes) };
  }
}

function runThread(
  path: string,
  data: ReadWorkerData,
  queue: TaskQueue,
  readings: Map<LogObject, ObjectReading>,
  onBytes: (bytes: number) => void,
): Promise<LogAccount> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(path, { workerData: data });
    worker.on("error", reject);
    worker.on("message", (answer: ReadAnswer) => {
      if (answer.kind === "bytes") onBytes(answer.bytes);
      else if (answer.kind === "account") resolve(LogAccount.fromState(answer.account));
      else {
        readings.set(queue.objects[answer.index] as LogObject, answer.reading);
        worker.postMessage(queue.take());
      }
    });
    worker.postMessage(queue.take());
  });
}

/** The built worker; null where this runs from source, and one thread must do. */
function workerPath(): string | null {
  const path = fileURLToPath(new URL("../app/read-worker.js", import.meta.url));
  return existsSync(path) ? path : null;
}
