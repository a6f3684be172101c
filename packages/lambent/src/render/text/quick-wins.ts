import type { Finding, Severity } from "../../model/finding.ts";
import { countOf } from "../format/count.ts";
import { describePlace } from "../place.ts";
import { OVERLAP, describeSaving, savingRange } from "../saving-text.ts";
import type { Canvas } from "./canvas.ts";
import { heading } from "./heading.ts";
import type { Tone } from "./style.ts";
import { padEnd, padStart, textWidth } from "./width.ts";
import { wrap } from "./wrap.ts";

const IN_FULL = 3;
const MOST = 8;
const INDENT = 5;
/** Evidence beyond this goes: the page and the JSON form have all of it. */
const EVIDENCE_LINES = 4;

const TONES: Readonly<Record<Severity, Tone>> = {
  high: "bad",
  medium: "warning",
  low: "accent",
  info: "quiet",
};

/** What to do, the most valuable first: three with their reasons, five on one or two lines. */
export function quickWins(findings: readonly Finding[], canvas: Canvas): readonly string[] {
  if (findings.length === 0) {
    return [...heading(canvas, "Do first"), ` ${canvas.paint("good", "Nothing found to do.")}`];
  }
  const lines = [...heading(canvas, "Do first", countOf(findings.length, "finding"))];
  findings.slice(0, MOST).forEach((finding, index) => {
    if (index > 0 && index < IN_FULL) lines.push("");
    if (index === IN_FULL) lines.push("", ...heading(canvas, "Then"));
    lines.push(...head(finding, index + 1, canvas));
    if (index < IN_FULL) lines.push(...body(finding, canvas));
    else lines.push(...basisLines(finding, canvas));
  });
  const rest = findings.length - MOST;
  const last = rest > 0 ? [`and ${rest} more; --format html or json shows all`] : [];
  if (findings.filter(({ saving }) => saving !== undefined).length > 1) last.push(OVERLAP);
  lines.push(...last.flatMap((words) => indented(words, "quiet", INDENT, canvas)));
  return lines;
}

function head(finding: Finding, number: number, canvas: Canvas): readonly string[] {
  const { paint } = canvas;
  const saving = finding.saving === undefined ? null : describeSaving(finding.saving);
  const worth = canvas.safe(saving?.headline ?? finding.severity);
  const label = padStart(String(number), 2);
  const room = canvas.width - 6 - textWidth(worth) - 2;
  const titles = wrap(canvas.safe(finding.title), room);
  return titles.map((line, index) =>
    index === 0
      ? ` ${paint(TONES[finding.severity], label)}  ${paint("strong", padEnd(line, room + 2))}${paint(saving === null ? TONES[finding.severity] : "good", worth)}`
      : `     ${paint("strong", line)}`,
  );
}

/** On what the figure stands, why, and what to do. How it was worked out is on the page. */
function body(finding: Finding, canvas: Canvas): readonly string[] {
  const { paint, glyphs } = canvas;
  const lines = [...basisLines(finding, canvas), ...evidenceLines(finding, canvas)];
  if (finding.fix !== undefined) {
    const deeper = INDENT + glyphs.arrow.length + 1;
    const [first = "", ...more] = indented(finding.fix, "plain", deeper, canvas);
    lines.push(
      `${" ".repeat(INDENT)}${paint("accent", glyphs.arrow)} ${first.slice(deeper)}`,
      ...more,
    );
  }
  lines.push(...indented(finding.docs, "quiet", INDENT, canvas));
  return lines;
}

/** Whole facts as far as there is room; the first in any case, as it is the strongest. */
function evidenceLines(finding: Finding, canvas: Canvas): readonly string[] {
  const lines: string[] = [];
  for (const fact of finding.evidence) {
    const more = indented(fact, "plain", INDENT, canvas);
    if (lines.length > 0 && lines.length + more.length > EVIDENCE_LINES) break;
    lines.push(...more);
  }
  return lines;
}

/** Where it is, on what the figure stands, and how far it may be off. */
function basisLines(finding: Finding, canvas: Canvas): readonly string[] {
  const saving = finding.saving === undefined ? null : describeSaving(finding.saving);
  const place = "function" in finding.where ? [] : [describePlace(finding.where)];
  const basis = finding.saving === undefined ? [] : [finding.saving.basis];
  const range = savingRange(saving);
  const parts = [...place, ...basis, ...(range === "" ? [] : [range])];
  return parts.length === 0 ? [] : indented(parts.join(" · "), "accent", INDENT, canvas);
}

function indented(words: string, tone: Tone, indent: number, canvas: Canvas): readonly string[] {
  return wrap(canvas.safe(words), canvas.width - indent - 1).map(
    (line) => " ".repeat(indent) + canvas.paint(tone, line),
  );
}
