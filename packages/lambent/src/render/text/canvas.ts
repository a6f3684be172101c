import { printableSentence } from "../format/printable.ts";
import { toAscii } from "./ascii.ts";
import { glyphsFor } from "./glyphs.ts";
import type { Glyphs } from "./glyphs.ts";
import { createPaint } from "./style.ts";
import type { Paint, TextOptions } from "./style.ts";

const NARROWEST = 40;
const WIDEST = 200;

/** What every section of the terminal report needs to draw itself. */
export interface Canvas {
  /** Cells to use: the terminal's, within reason. */
  readonly width: number;
  readonly paint: Paint;
  readonly glyphs: Glyphs;
  /** Makes text of any origin safe to print, on one line, in the terminal's signs. */
  readonly safe: (text: string) => string;
}

/** Widest measure for running text: longer lines are hard to read. */
const TEXT_WIDTH = 104;
/** About two columns of a table. */
const WORTH_WIDENING = 18;

/** The canvas for sections of running text, which do not gain from a very wide terminal. */
export function textCanvas(canvas: Canvas): Canvas {
  return { ...canvas, width: Math.min(canvas.width, TEXT_WIDTH) };
}

/**
 * The canvas for tables, which gain from every cell. Where they would gain only a few they keep to
 * the width of the text, so that all rules of the report end at one cell.
 */
export function tableCanvas(canvas: Canvas): Canvas {
  return canvas.width < TEXT_WIDTH + WORTH_WIDENING ? textCanvas(canvas) : canvas;
}

export function createCanvas(options: TextOptions): Canvas {
  const columns = Number.isFinite(options.columns) ? Math.floor(options.columns) : 80;
  return {
    width: Math.min(WIDEST, Math.max(NARROWEST, columns)),
    paint: createPaint(options.colour),
    glyphs: glyphsFor(options.unicode),
    safe: (text) => {
      const sentence = printableSentence(text);
      return options.unicode ? sentence : toAscii(sentence);
    },
  };
}
