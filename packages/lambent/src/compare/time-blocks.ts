import { DurationBlock, type BlockEntry } from "./duration-block.ts";

const SHORTEST_MS = 60_000;
/** Enough stretches to judge their variance, and each as long as possible. */
const MOST_BLOCKS = 64;

/**
 * Invocations by stretch of time, at most 64 of equal length: a minute, or as many times twice
 * that as are needed. The length depends only on the first and the last time, not on the order.
 */
export class TimeBlocks {
  #widthMs = SHORTEST_MS;
  #blocks = new Map<number, DurationBlock>();
  #first = Infinity;
  #last = -Infinity;

  add(timeMs: number, entry: BlockEntry): void {
    this.#first = Math.min(this.#first, timeMs);
    this.#last = Math.max(this.#last, timeMs);
    while (this.#slot(this.#last) - this.#slot(this.#first) >= MOST_BLOCKS) this.#widen();
    const slot = this.#slot(timeMs);
    let block = this.#blocks.get(slot);
    if (block === undefined) this.#blocks.set(slot, (block = new DurationBlock()));
    block.add(entry);
  }

  /** Only stretches with invocations, oldest first. */
  inOrder(): DurationBlock[] {
    return [...this.#blocks].toSorted(([a], [b]) => a - b).map(([, block]) => block);
  }

  #slot(timeMs: number): number {
    return Math.floor(timeMs / this.#widthMs);
  }

  #widen(): void {
    this.#widthMs *= 2;
    const wider = new Map<number, DurationBlock>();
    for (const [slot, block] of this.#blocks) {
      const target = Math.floor(slot / 2);
      const there = wider.get(target);
      if (there === undefined) wider.set(target, block);
      else there.merge(block);
    }
    this.#blocks = wider;
  }
}
