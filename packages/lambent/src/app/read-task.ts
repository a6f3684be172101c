import type { LogAccountState } from "./log-account.ts";
import type { ObjectReading, ReadFilter } from "./read-object-invocations.ts";

/** What a reading thread is started with. */
export interface ReadWorkerData {
  readonly filter: ReadFilter;
  /** Of `SeenRecords`, shared by all threads; null where each file is known to stand alone. */
  readonly seen: SharedArrayBuffer | null;
}

/** One file to read; null: no more, send what was found. */
export type ReadTask = {
  readonly path: string;
  readonly index: number;
  /** How many REPORT records it holds at the most, about. */
  readonly records: number;
} | null;

/** What a reading thread says. */
export type ReadAnswer =
  | { readonly kind: "bytes"; readonly bytes: number }
  | { readonly kind: "read"; readonly index: number; readonly reading: ObjectReading }
  | { readonly kind: "account"; readonly account: LogAccountState };
