import stringWidth from "string-width";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Cells that a text takes on a terminal: East Asian wide and emoji count two, escapes none. */
export function textWidth(text: string): number {
  // Nearly everything we print is plain ASCII; the full rules cost a hundred times more.
  return /^[\u0020-\u007e]*$/.test(text) ? text.length : stringWidth(text);
}

/** The text cut to at most `width` cells, with an ellipsis where something is missing. No escapes allowed in it. */
export function clip(text: string, width: number, ellipsis: string): string {
  if (textWidth(text) <= width) return text;
  const room = width - textWidth(ellipsis);
  if (room < 0) return "";
  let kept = "";
  let used = 0;
  for (const { segment } of graphemes.segment(text)) {
    const cells = textWidth(segment);
    if (used + cells > room) break;
    kept += segment;
    used += cells;
  }
  return kept.trimEnd() + ellipsis;
}

export function padEnd(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - textWidth(text)));
}

export function padStart(text: string, width: number): string {
  return " ".repeat(Math.max(0, width - textWidth(text))) + text;
}
