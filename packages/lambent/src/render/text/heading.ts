import type { Canvas } from "./canvas.ts";
import { padEnd, textWidth } from "./width.ts";

/** The head of a section: its title, a note at the right, a thin rule below. */
export function heading(canvas: Canvas, title: string, note = ""): readonly string[] {
  const { paint, glyphs, width } = canvas;
  const room = width - 2;
  const fits = textWidth(title) + textWidth(note) + 2 <= room;
  const left = note !== "" && fits ? padEnd(title, room - textWidth(note)) : title;
  return [
    ` ${paint("strong", left)}${fits ? paint("quiet", note) : ""}`.trimEnd(),
    ` ${paint("quiet", glyphs.rule.repeat(room))}`,
  ];
}
