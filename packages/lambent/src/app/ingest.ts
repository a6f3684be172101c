import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { LogObject } from "../sources/source.ts";
import { findObjects } from "../sources/files/find-objects.ts";
import type { IngestSession, IngestTotals, ObjectIdentity } from "../store/store.ts";
import { blocksHere, BlockThread, type BlockStream } from "./object-blocks.ts";
import type { ReadProgress } from "./read-account.ts";
import { parserName, type BlockOptions } from "./read-object-blocks.ts";
import { unreadOf } from "./sum-readings.ts";

export interface IngestOptions extends BlockOptions {
  /** File of the store; made where it is absent. */
  readonly store: string;
  /** Rows older than this many milliseconds go at the end; null: all stay. */
  readonly keepMs: number | null;
  /** Now, milliseconds since the epoch. */
  readonly nowMs: number;
  readonly progress: ReadProgress;
  /** Aborted: what is gathered is written, and the rest is left for the next time. */
  readonly signal: AbortSignal;
  readonly threads?: number;
  /** See `IngestTuning`. */
  readonly commitRows?: number | undefined;
}

/** What an ingest did. */
export interface IngestResult extends IngestTotals {
  readonly store: string;
  /** Objects that were there already, unchanged. */
  readonly unchanged: number;
  /** True where it was asked to stop before the end. */
  readonly interrupted: boolean;
  readonly forgotten: { readonly invocations: number; readonly logEvents: number } | null;
  /** Sources that could not be read, or not to their end. */
  readonly problems: readonly { readonly name: string; readonly problem: string }[];
}

/** Below this a thread costs more than it brings. Bytes, as stored. */
const WORTH_THREADS_BYTES = 4 * 1_048_576;
/** One core is left to the database. More readers than this would only wait for it. */
const MOST_THREADS = 4;

/**
 * Logs → the store. Whatever was ingested before is not read again; an ingest that was interrupted
 * goes on after the last block that is durable.
 *
 * @throws Problem LAMBENT_PATH_NOT_FOUND, and those of opening and writing a store
 */
export async function ingest(
  paths: readonly string[],
  options: IngestOptions,
): Promise<IngestResult> {
  const { objects, unreadable } = await findObjects(paths);
  const { openEmbeddedStore } = await import("../store/embedded/open.ts");
  const store = await openEmbeddedStore(options.store, "create");
  try {
    const session = await store.ingest({ commitRows: options.commitRows });
    const problems = [...unreadable];
    const run = await ingestObjects(objects, session, options, problems);
    const totals = await session.close();
    const { keepMs, nowMs } = options;
    const forgotten = keepMs === null ? null : await store.forgetBefore(nowMs - keepMs);
    return { store: options.store, ...totals, ...run, forgotten, problems };
  } finally {
    await store.close();
  }
}

async function ingestObjects(
  objects: readonly LogObject[],
  session: IngestSession,
  options: IngestOptions,
  problems: { name: string; problem: string }[],
): Promise<{ unchanged: number; interrupted: boolean }> {
  const wanted = objects
    .map((object) => ({ object, identity: identityOf(object, options) }))
    .filter(({ identity }) => !session.peek(identity).complete);
  const progress = progressOf(
    wanted.map(({ object }) => object),
    options.progress,
  );
  const threads = threadsFor(
    wanted.map(({ object }) => object),
    options,
    progress,
  );
  const { functionName, logEvents } = options;
  const block: BlockOptions = { functionName, logEvents };
  const files = wanted.filter(({ object }) => object.sizeBytes !== null);
  const started = new Map<LogObject, { stream: BlockStream; thread: BlockThread }>();
  let next = 0;
  const startNext = (thread: BlockThread): void => {
    const file = files[next++];
    if (file === undefined) return thread.end();
    const stream = thread.start(file.object.name, block, session.peek(file.identity).blocks);
    started.set(file.object, { stream, thread });
  };
  try {
    for (const thread of threads) startNext(thread);
    // In the order of the objects, so that every run stores the same.
    for (const { object, identity } of wanted) {
      if (options.signal.aborted) break;
      const { blocks: skip } = await session.begin(identity);
      const ahead = started.get(object);
      const stream = ahead?.stream ?? blocksHere(object, block, skip, progress);
      if (!(await writeObject(stream, session, options.signal, problems))) break;
      started.delete(object);
      if (ahead !== undefined) startNext(ahead.thread);
    }
  } catch (error) {
    await session.abort();
    throw error;
  } finally {
    await Promise.all(threads.map((thread) => thread.stop()));
  }
  return { unchanged: objects.length - wanted.length, interrupted: options.signal.aborted };
}

/** False where it was asked to stop. */
async function writeObject(
  stream: BlockStream,
  session: IngestSession,
  signal: AbortSignal,
  problems: { name: string; problem: string }[],
): Promise<boolean> {
  const blocks = stream.blocks();
  for (;;) {
    const next = await blocks.next();
    if (next.done === true) {
      const { name, format, bytes, problem } = next.value;
      if (problem !== null) problems.push({ name, problem });
      await session.finish({ format, bytes, problem, unread: unreadOf(next.value) });
      return true;
    }
    await session.write(next.value);
    if (signal.aborted) return false;
  }
}

function identityOf(object: LogObject, options: IngestOptions): ObjectIdentity {
  // Standard input and pipes cannot be named: each time they are another object.
  const passing = object.sizeBytes === null;
  return {
    name: passing
      ? `${object.name} ${new Date(options.nowMs).toISOString()}`
      : resolve(object.name),
    etag: object.etag,
    parser: parserName(options),
    logEvents: options.logEvents,
  };
}

function progressOf(
  objects: readonly LogObject[],
  progress: ReadProgress,
): (bytes: number) => void {
  const sizes = objects.map((object) => object.sizeBytes);
  const known = sizes.reduce<number>((sum, size) => sum + (size ?? 0), 0);
  const total = sizes.includes(null) ? null : known;
  let done = 0;
  return (bytes) => {
    done += bytes;
    progress(done, total);
  };
}

function threadsFor(
  objects: readonly LogObject[],
  options: IngestOptions,
  onBytes: (bytes: number) => void,
): BlockThread[] {
  const bytes = objects.reduce((sum, object) => sum + (object.sizeBytes ?? 0), 0);
  const path = fileURLToPath(new URL("../app/ingest-worker.js", import.meta.url));
  if (bytes < WORTH_THREADS_BYTES || !existsSync(path)) return [];
  const files = objects.filter((object) => object.sizeBytes !== null).length;
  const count = Math.min(
    options.threads ?? Math.max(1, availableParallelism() - 1),
    files,
    MOST_THREADS,
  );
  return Array.from({ length: count }, () => new BlockThread(path, onBytes));
}
