import type { Assessment } from "../../model/assessment.ts";
import { countOf } from "../format/count.ts";
import { formatBytes } from "../format/bytes.ts";
import { pricingSentences } from "../pricing-text.ts";
import { unreadSentences } from "../unread-text.ts";
import type { Canvas } from "./canvas.ts";
import { heading } from "./heading.ts";
import type { Tone } from "./style.ts";
import { wrap } from "./wrap.ts";
import { clip } from "./width.ts";

const MOST_SOURCES = 6;

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
  const { sources } = assessment;
  for (const source of sources.filter((one) => one.problem !== null)) {
    item(`${source.name} was not read to its end. ${source.problem ?? ""}`, "bad");
  }
  for (const source of sources.slice(0, MOST_SOURCES)) {
    const read = `${countOf(source.invocations, "invocation")} in ${formatBytes(source.bytes)}`;
    item(`${source.name} (${source.format}): ${read}`, "quiet");
  }
  if (sources.length > MOST_SOURCES)
    item(`and ${sources.length - MOST_SOURCES} more sources`, "quiet");
  return lines;
}
