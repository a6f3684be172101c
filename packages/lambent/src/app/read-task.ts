import type { LogAccountState } from "./log-account.ts";
import type { ObjectReading, ReadFilter } from "./read-object-invocations.ts";

/** What a reading thread is started with. */
export interface ReadWorkerData {
  readonly filter: ReadFilter;
  /** Of `SeenRecords`, shared by all threads. */
  readonly seen: SharedArrayBuffer;
}

/** One file to read; null: no more, send what was found. */
export type ReadTask = { readonly path: string; readonly index: number } | null;

/** What a reading thread says. */
export type ReadAnswer =
  | { readonly kind: "bytes"; readonly bytes: number }
  | { readonly kind: "read"; readonly index: number; readonly reading: ObjectReading }
  | { readonly kind: "account"; readonly account: LogAccountState };
