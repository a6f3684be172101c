import type duckdb from "@duckdb/node-bindings";
import type { FeedSource } from "./column-feed.ts";
import { VECTOR_SIZE } from "./string-vector.ts";

/** Rows of several blocks, block after block, in chunks that never span two. */
export function blockFeed<Block>(
  blocks: readonly Block[],
  countOf: (block: Block) => number,
  fill: (
    block: Block,
    first: number,
    count: number,
    vectors: (column: number) => duckdb.Vector,
  ) => void,
): FeedSource {
  let index = 0;
  let at = 0;
  return {
    next() {
      while (index < blocks.length && at >= countOf(blocks[index]!)) {
        index++;
        at = 0;
      }
      const block = blocks[index];
      if (block === undefined) return null;
      const first = at;
      const rows = Math.min(VECTOR_SIZE, countOf(block) - first);
      at += rows;
      return { rows, fill: (vectors) => fill(block, first, rows, vectors) };
    },
  };
}
