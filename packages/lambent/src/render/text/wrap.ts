import { textWidth } from "./width.ts";

const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });

/** Breaks a text into lines of at most `width` cells, at blanks where it can. No escapes allowed in it. */
export function wrap(text: string, width: number): readonly string[] {
  const room = Math.max(2, width);
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const word of paragraph.split(" ")) {
      const joined = line === "" ? word : `${line} ${word}`;
      if (textWidth(joined) <= room) {
        line = joined;
        continue;
      }
      if (line !== "") lines.push(line);
      const pieces = broken(word, room);
      lines.push(...pieces.slice(0, -1));
      line = pieces.at(-1) ?? "";
    }
    lines.push(line);
  }
  return lines;
}

/** A word that is longer than a line. */
function broken(word: string, room: number): readonly string[] {
  if (textWidth(word) <= room) return [word];
  const pieces: string[] = [];
  let piece = "";
  let used = 0;
  for (const { segment } of graphemes.segment(word)) {
    const cells = textWidth(segment);
    if (used + cells > room) {
      pieces.push(piece);
      piece = "";
      used = 0;
    }
    piece += segment;
    used += cells;
  }
  pieces.push(piece);
  return pieces;
}
