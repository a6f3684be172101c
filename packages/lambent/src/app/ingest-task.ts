import type { IngestBlock } from "../store/store.ts";
import type { BlockOptions } from "./read-object-blocks.ts";
import type { ObjectReading } from "./read-object-invocations.ts";

/** What the thread that writes says to one that reads. */
export type IngestTask =
  | {
      readonly kind: "read";
      readonly path: string;
      readonly skip: number;
      readonly options: BlockOptions;
    }
  /** A block was taken: one more may be sent. */
  | { readonly kind: "taken" }
  | { readonly kind: "end" };

/** What a reading thread says. */
export type IngestAnswer =
  | { readonly kind: "bytes"; readonly bytes: number }
  | { readonly kind: "block"; readonly block: IngestBlock }
  | { readonly kind: "read"; readonly reading: ObjectReading }
  | { readonly kind: "failed"; readonly error: unknown };

/** Blocks that wait to be written, for each reading thread. */
export const WAITING_BLOCKS = 4;
