import { TIMESTAMP, UINTEGER, VARCHAR, type DuckDBType } from "@duckdb/node-api";
import type { LogEventBlock } from "../log-event-block.ts";
import type { FeedSource } from "./column-feed.ts";
import { writeTimestamps, writeUint32s } from "./number-vector.ts";
import { VECTOR_SIZE, writeSlices } from "./string-vector.ts";

/** Columns of the table `log_event`. */
export const LOG_EVENT_FEED: readonly { name: string; type: DuckDBType }[] = [
  { name: "segment", type: UINTEGER },
  { name: "place", type: UINTEGER },
  { name: "stream", type: UINTEGER },
  { name: "timestamp", type: TIMESTAMP },
  { name: "message", type: VARCHAR },
];

const scratch = new Uint32Array(VECTOR_SIZE);

/** The events of blocks, block after block; `streamIds` gives the store's number of a block's stream. */
export function logEventFeed(
  blocks: readonly { readonly segment: number; readonly block: LogEventBlock }[],
  streamIds: (block: LogEventBlock) => Uint32Array,
): FeedSource {
  let index = 0;
  let at = 0;
  let ids: Uint32Array | null = null;
  return {
    next() {
      while (index < blocks.length && at >= blocks[index]!.block.count) {
        index++;
        at = 0;
        ids = null;
      }
      const current = blocks[index];
      if (current === undefined) return null;
      const { segment, block } = current;
      ids ??= streamIds(block);
      const streams = ids;
      const first = at;
      const rows = Math.min(VECTOR_SIZE, block.count - first);
      at += rows;
      return {
        rows,
        fill(vectors) {
          scratch.fill(segment, 0, rows);
          writeUint32s(vectors(0), scratch, 0, rows);
          for (let row = 0; row < rows; row++) scratch[row] = first + row;
          writeUint32s(vectors(1), scratch, 0, rows);
          for (let row = 0; row < rows; row++) scratch[row] = streams[block.stream[first + row]!]!;
          writeUint32s(vectors(2), scratch, 0, rows);
          writeTimestamps(vectors(3), rows, (row) => block.timestampMs[first + row]!);
          writeSlices(vectors(4), block.bytes, block.offsets, first, rows);
        },
      };
    },
  };
}
