/** At most this many bins over a period. */
export const MAX_BINS = 96;

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Each width divides the next, so bins of one can be added up to bins of a wider one. */
const WIDTHS_MS: readonly number[] = [
  SECOND,
  5 * SECOND,
  10 * SECOND,
  30 * SECOND,
  MINUTE,
  2 * MINUTE,
  10 * MINUTE,
  30 * MINUTE,
  HOUR,
  2 * HOUR,
  6 * HOUR,
  12 * HOUR,
  DAY,
  2 * DAY,
  4 * DAY,
  8 * DAY,
  ...Array.from({ length: 30 }, (_, i) => 2 ** (i + 4) * DAY),
];

/** Columns of a bin: invocations, errors, cold starts, invocations with a known cost, their MB·ms. */
const COLUMNS = 5;
/** Room around the used bins, so that a timeline seldom moves. */
const ROOM = 2 * MAX_BINS;

export interface TimelineState {
  readonly widthIndex: number;
  readonly firstBin: number;
  readonly cells: Float64Array;
}

export interface TimelineCell {
  readonly startMs: number;
  readonly invocations: number;
  readonly errors: number;
  readonly coldStarts: number;
  /** Invocations with a known billed duration and memory size. */
  readonly priced: number;
  /** Their memory size × billed duration. Exact below 9e15 a bin (146,000 dollars). */
  readonly mbMilliseconds: number;
}

/** Width of the bins over a period: the smallest of the widths with at most 96 bins. ms. */
export function binWidthMs(startMs: number, endMs: number): number {
  return WIDTHS_MS[widthIndexOf(startMs, endMs)] as number;
}

/**
 * What happened when. Bins lie on whole multiples of their width since the epoch (UTC) and get
 * wider as the period grows, so that 96 are enough; their final width depends on the period alone.
 */
export class Timeline {
  #widthIndex = 0;
  #widthMs = SECOND;
  /** Number of the bin in the first cells; NaN while empty. */
  #base = Number.NaN;
  #firstBin = Infinity;
  #lastBin = -Infinity;
  #cells = new Float64Array(0);

  add(timeMs: number, isError: boolean, isCold: boolean, mbMilliseconds: number | null): void {
    const at = this.#cellOf(Math.floor(timeMs / this.#widthMs), timeMs);
    const cells = this.#cells;
    cells[at] = (cells[at] as number) + 1;
    if (isError) cells[at + 1] = (cells[at + 1] as number) + 1;
    if (isCold) cells[at + 2] = (cells[at + 2] as number) + 1;
    if (mbMilliseconds !== null) {
      cells[at + 3] = (cells[at + 3] as number) + 1;
      cells[at + 4] = (cells[at + 4] as number) + mbMilliseconds;
    }
  }

  merge(other: Timeline): void {
    if (!(other.#firstBin <= other.#lastBin)) return;
    const { widthIndex, firstBin, cells } = other.toState();
    const widthMs = WIDTHS_MS[widthIndex] as number;
    if (widthIndex > this.#widthIndex) this.#widen(widthIndex);
    for (let bin = 0; bin * COLUMNS < cells.length; bin++) {
      // A bin without an invocation must not stretch the period.
      if (cells[bin * COLUMNS] === 0) continue;
      const startMs = (firstBin + bin) * widthMs;
      const at = this.#cellOf(Math.floor(startMs / this.#widthMs), startMs);
      for (let c = 0; c < COLUMNS; c++) {
        this.#cells[at + c] =
          (this.#cells[at + c] as number) + (cells[bin * COLUMNS + c] as number);
      }
    }
  }

  /** Cells over a whole period, which must hold every time that was added; none if it is empty. */
  over(startMs: number, endMs: number): TimelineCell[] {
    const widthMs = binWidthMs(startMs, endMs);
    const first = Math.floor(startMs / widthMs);
    const last = Math.floor(endMs / widthMs);
    const sums = new Float64Array((last - first + 1) * COLUMNS);
    for (let bin = this.#firstBin; bin <= this.#lastBin; bin++) {
      const to = Math.floor((bin * this.#widthMs) / widthMs) - first;
      if (to < 0 || to > last - first) continue;
      for (let c = 0; c < COLUMNS; c++) {
        const from = (bin - this.#base) * COLUMNS + c;
        sums[to * COLUMNS + c] = (sums[to * COLUMNS + c] as number) + (this.#cells[from] as number);
      }
    }
    return Array.from({ length: last - first + 1 }, (_, i) => ({
      startMs: (first + i) * widthMs,
      invocations: sums[i * COLUMNS] as number,
      errors: sums[i * COLUMNS + 1] as number,
      coldStarts: sums[i * COLUMNS + 2] as number,
      priced: sums[i * COLUMNS + 3] as number,
      mbMilliseconds: sums[i * COLUMNS + 4] as number,
    }));
  }

  toState(): TimelineState {
    if (!(this.#firstBin <= this.#lastBin)) {
      return { widthIndex: 0, firstBin: 0, cells: new Float64Array(0) };
    }
    const from = (this.#firstBin - this.#base) * COLUMNS;
    const to = (this.#lastBin - this.#base + 1) * COLUMNS;
    return {
      widthIndex: this.#widthIndex,
      firstBin: this.#firstBin,
      cells: this.#cells.slice(from, to),
    };
  }

  static fromState(state: TimelineState): Timeline {
    const timeline = new Timeline();
    if (state.cells.length === 0) return timeline;
    timeline.#widthIndex = state.widthIndex;
    timeline.#widthMs = WIDTHS_MS[state.widthIndex] as number;
    timeline.#place(state.firstBin, state.firstBin + state.cells.length / COLUMNS - 1, state.cells);
    return timeline;
  }

  #cellOf(bin: number, timeMs: number): number {
    if (bin >= this.#firstBin && bin <= this.#lastBin) return (bin - this.#base) * COLUMNS;
    const first = Math.min(bin, this.#firstBin);
    const last = Math.max(bin, this.#lastBin);
    if (last - first >= MAX_BINS) {
      this.#widen(this.#widthIndex + 1);
      return this.#cellOf(Math.floor(timeMs / this.#widthMs), timeMs);
    }
    const fits = first >= this.#base && (last - this.#base + 1) * COLUMNS <= this.#cells.length;
    if (fits) {
      this.#firstBin = first;
      this.#lastBin = last;
    } else {
      const old = this.toState();
      const cells = new Float64Array((last - first + 1) * COLUMNS);
      if (old.cells.length > 0) cells.set(old.cells, (old.firstBin - first) * COLUMNS);
      this.#place(first, last, cells);
    }
    return (bin - this.#base) * COLUMNS;
  }

  #widen(widthIndex: number): void {
    const { firstBin, cells } = this.toState();
    const oldWidthMs = this.#widthMs;
    this.#widthIndex = widthIndex;
    this.#widthMs = WIDTHS_MS[widthIndex] as number;
    if (cells.length === 0) return;
    const binOf = (old: number): number => Math.floor((old * oldWidthMs) / this.#widthMs);
    const first = binOf(firstBin);
    const last = binOf(firstBin + cells.length / COLUMNS - 1);
    const sums = new Float64Array((last - first + 1) * COLUMNS);
    for (let i = 0; i < cells.length; i++) {
      const bin = binOf(firstBin + Math.floor(i / COLUMNS)) - first;
      const to = bin * COLUMNS + (i % COLUMNS);
      sums[to] = (sums[to] as number) + (cells[i] as number);
    }
    this.#place(first, last, sums);
  }

  #place(first: number, last: number, cells: Float64Array): void {
    const spare = ROOM - (last - first + 1);
    this.#base = first - Math.floor(spare / 2);
    this.#cells = new Float64Array(ROOM * COLUMNS);
    this.#cells.set(cells, (first - this.#base) * COLUMNS);
    this.#firstBin = first;
    this.#lastBin = last;
  }
}

function widthIndexOf(startMs: number, endMs: number): number {
  for (let i = 0; i < WIDTHS_MS.length - 1; i++) {
    const width = WIDTHS_MS[i] as number;
    if (Math.floor(endMs / width) - Math.floor(startMs / width) < MAX_BINS) return i;
  }
  return WIDTHS_MS.length - 1;
}
