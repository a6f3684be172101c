import type { Canvas } from "./canvas.ts";
import type { Tone } from "./style.ts";
import { clip, padEnd, padStart, textWidth } from "./width.ts";

/** One cell: pieces of safe text, each with its tone. */
export type Cell = readonly (readonly [tone: Tone, text: string])[];

export interface Column {
  readonly title: string;
  readonly align: "left" | "right";
  /** Lower stays longer: columns go by this number, highest first, until the table fits. */
  readonly rank: number;
  readonly cells: readonly Cell[];
}

const GAP = 2;

/**
 * A table that fits the canvas. The first column gives way: it is cut down to `leastFirst` cells;
 * then columns go by rank. It also takes up what is missing to a rule of `leastWidth` cells, so that
 * the rules of a page line up.
 */
export function table(
  canvas: Canvas,
  columns: readonly Column[],
  leastFirst: number,
  leastWidth = 0,
): string[] {
  const room = canvas.width - 2;
  const [first, ...others] = columns;
  if (first === undefined) return [];
  const firstWidth = naturalWidth(first);
  let kept = [...others];
  const taken = (): number => kept.reduce((sum, column) => sum + naturalWidth(column) + GAP, 0);
  while (kept.length > 0 && room - taken() < Math.min(firstWidth, leastFirst)) {
    const last = kept.reduce((worst, column) => (column.rank > worst.rank ? column : worst));
    kept = kept.filter((column) => column !== last);
  }
  const wished = Math.max(firstWidth, Math.min(room, leastWidth) - taken());
  const widths = [Math.min(wished, room - taken()), ...kept.map(naturalWidth)];
  const shown = [first, ...kept];
  const lines = [
    line(
      shown.map((column) => [["quiet", column.title]] as const),
      shown,
      widths,
      canvas,
    ),
    ` ${canvas.paint("quiet", canvas.glyphs.rule.repeat(total(widths)))}`,
  ];
  for (let row = 0; row < first.cells.length; row += 1) {
    lines.push(
      line(
        shown.map((column) => column.cells[row] ?? []),
        shown,
        widths,
        canvas,
      ),
    );
  }
  return lines;
}

function line(
  cells: readonly Cell[],
  columns: readonly Column[],
  widths: readonly number[],
  canvas: Canvas,
): string {
  const texts = cells.map((cell, index) => {
    const width = widths[index] ?? 0;
    const fitted = fit(cell, width, canvas.glyphs.ellipsis);
    const painted = fitted.map(([tone, text]) => canvas.paint(tone, text)).join("");
    const plain = fitted.map(([, text]) => text).join("");
    const padding = textWidth(plain);
    return columns[index]?.align === "right"
      ? padStart("", width - padding) + painted
      : painted + padEnd("", width - padding);
  });
  return ` ${texts.join(" ".repeat(GAP))}`.trimEnd();
}

function fit(cell: Cell, width: number, ellipsis: string): Cell {
  let room = width;
  const fitted: [Tone, string][] = [];
  for (const [tone, text] of cell) {
    const cut = clip(text, room, ellipsis);
    room -= textWidth(cut);
    fitted.push([tone, cut]);
  }
  return fitted;
}

function naturalWidth(column: Column): number {
  const cellWidth = (cell: Cell): number =>
    cell.reduce((sum, [, text]) => sum + textWidth(text), 0);
  return column.cells.reduce(
    (most, cell) => Math.max(most, cellWidth(cell)),
    textWidth(column.title),
  );
}

function total(widths: readonly number[]): number {
  return widths.reduce((sum, width) => sum + width, 0) + GAP * (widths.length - 1);
}
