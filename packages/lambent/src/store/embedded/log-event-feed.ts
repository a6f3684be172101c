import { TIMESTAMP, UINTEGER, VARCHAR, type DuckDBType } from "@duckdb/node-api";
import type { LogEventBlock } from "../log-event-block.ts";
import { blockFeed } from "./block-feed.ts";
import type { FeedSource } from "./column-feed.ts";
import { writeElements, writeTimestamps } from "./number-vector.ts";
import { VECTOR_SIZE, writeSlices } from "./string-vector.ts";

/** Columns of the table `log_event`. */
export const LOG_EVENT_FEED: readonly { name: string; type: DuckDBType }[] = [
  { name: "segment", type: UINTEGER },
  { name: "place", type: UINTEGER },
  { name: "stream", type: UINTEGER },
  { name: "timestamp", type: TIMESTAMP },
  { name: "message", type: VARCHAR },
];

/** Log events of one segment. `streamIds` are the store's numbers for the streams of the block. */
export interface SegmentEvents {
  readonly segment: number;
  readonly block: LogEventBlock;
  readonly streamIds: Uint32Array;
}

const scratch = new Uint32Array(VECTOR_SIZE);

export function logEventFeed(blocks: readonly SegmentEvents[]): FeedSource {
  return blockFeed(
    blocks,
    (events) => events.block.count,
    ({ segment, block, streamIds }, first, count, vectors) => {
      scratch.fill(segment, 0, count);
      writeElements(vectors(0), scratch, 0, count);
      for (let row = 0; row < count; row++) scratch[row] = first + row;
      writeElements(vectors(1), scratch, 0, count);
      for (let row = 0; row < count; row++) scratch[row] = streamIds[block.stream[first + row]!]!;
      writeElements(vectors(2), scratch, 0, count);
      writeTimestamps(vectors(3), block.timestampMs, first, count);
      writeSlices(vectors(4), block.bytes, block.starts, block.ends, first, count);
    },
  );
}
