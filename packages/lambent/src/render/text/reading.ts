import type { Assessment } from "../../model/assessment.ts";
import { pricingSentences } from "../pricing-text.ts";
import { sourceProblems, sourceSums } from "../sources-text.ts";
import { unreadSentences } from "../unread-text.ts";
import type { Canvas } from "./canvas.ts";
import { heading } from "./heading.ts";
import type { Tone } from "./style.ts";
import { wrap } from "./wrap.ts";
import { clip } from "./width.ts";

/** How to read the figures: notes, prices, what was read and what could not be. */
export function reading(assessment: Assessment, canvas: Canvas): readonly string[] {
  const lines = [...heading(canvas, "How to read this")];
  const item = (text: string, tone: Tone): void => {
    const [first = "", ...more] = wrap(canvas.safe(text), canvas.width - 4);
    const { paint, glyphs } = canvas;
    lines.push(` ${paint("quiet", glyphs.bullet)} ${paint(tone, first)}`);
    lines.push(...more.map((line) => `   ${paint(tone, line)}`));
  };
  for (const note of assessment.notes) item(note, "plain");
  for (const sentence of pricingSentences(assessment.pricing)) item(sentence, "plain");
  const { unread } = assessment;
  const samples = unread.examples.map((example) => {
    const text = clip(canvas.safe(example), canvas.width - 6, canvas.glyphs.ellipsis);
    return `     ${canvas.paint("quiet", text)}`;
  });
  unreadSentences(unread).forEach((sentence, index) => {
    item(sentence, "warning");
    // Lines that cannot be read are named first; their examples belong under them.
    if (index === 0 && unread.malformedReports > 0) lines.push(...samples);
  });
  for (const sentence of sourceProblems(assessment.sources)) item(sentence, "bad");
  for (const sentence of sourceSums(assessment.sources)) item(sentence, "quiet");
  return lines;
}
