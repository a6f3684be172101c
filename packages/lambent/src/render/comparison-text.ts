import type {
  ComparedFunction,
  ComparedSide,
  Comparison,
  FunctionSide,
  LoneFunction,
} from "../model/comparison.ts";
import {
  changeRow,
  isChanged,
  labelIn,
  levelSentence,
  verdictCounts,
  type ChangeRow,
} from "./comparison-figures.ts";
import { countOf } from "./format/count.ts";
import { formatMb } from "./format/memory.ts";
import { formatUsd } from "./format/money.ts";
import { formatPeriod } from "./format/time.ts";
import { createCanvas, textCanvas, type Canvas } from "./text/canvas.ts";
import { heading } from "./text/heading.ts";
import type { TextOptions, Tone } from "./text/style.ts";
import { table, type Column } from "./text/table.ts";
import { clip, padEnd, textWidth } from "./text/width.ts";
import { wrap } from "./text/wrap.ts";

const TONES: Readonly<Record<ComparedFunction["verdict"], Tone>> = {
  worse: "bad",
  mixed: "warning",
  better: "good",
  "inside the noise": "quiet",
  "not enough data": "quiet",
};

/** Room for the names of functions that stand beside their sentence. */
const NAME_WIDTH = 24;

/**
 * The comparison for a terminal. Ends with a line break; no line is wider than `columns` (at least
 * 40). Functions that changed come with all their measures, the others with one sentence each.
 */
export function renderComparisonText(comparison: Comparison, options: TextOptions): string {
  const canvas = textCanvas(createCanvas(options));
  const changed = comparison.functions.filter(isChanged);
  const sections = [
    [
      ...sideLines("Before", comparison.before, canvas),
      ...sideLines("After", comparison.after, canvas),
    ],
    [
      ...heading(canvas, "What changed", canvas.safe(verdictCounts(comparison))),
      ...(changed.length === 0 ? [" No change is proved for any function."] : []),
    ],
    ...changed.map((one) => functionLines(comparison, one, canvas)),
    quietLines(comparison, canvas),
    loneLines("Added: only after", comparison, comparison.added, canvas),
    loneLines("Removed: only before", comparison, comparison.removed, canvas),
    [
      ...heading(canvas, "How to read this"),
      ...[levelSentence(comparison), ...comparison.notes].flatMap((note) =>
        hanging(` ${canvas.paint("quiet", canvas.glyphs.bullet)} `, note, canvas, "plain"),
      ),
    ],
  ];
  const lines = sections.filter((section) => section.length > 0).map((one) => one.join("\n"));
  return `${lines.join("\n\n")}\n`;
}

function sideLines(title: string, side: ComparedSide, canvas: Canvas): readonly string[] {
  const facts = [
    side.period === null ? "no times in these logs" : formatPeriod(side.period),
    `${countOf(side.invocations, "invocation")} of ${countOf(side.functions, "function")}`,
  ];
  return [
    ...hanging(` ${title.padEnd(8)}`, side.name, canvas, "strong"),
    ...paragraph(facts.join(", "), canvas, "quiet", "         "),
  ];
}

function functionLines(
  comparison: Comparison,
  one: ComparedFunction,
  canvas: Canvas,
): readonly string[] {
  const { paint, safe, width } = canvas;
  const verdict = safe(one.verdict);
  const room = width - 2 - textWidth(verdict) - 2;
  const [first = "", ...more] = wrap(safe(labelIn(comparison, one)), room);
  return [
    ` ${paint("strong", padEnd(first, room + 2))}${paint(TONES[one.verdict], verdict)}`,
    ...more.map((line) => ` ${paint("strong", line)}`),
    ...paragraph(one.sentence, canvas, "plain", "   "),
    ...settings(one.before, one.after).flatMap((line) => paragraph(line, canvas, "plain", "   ")),
    ...changesTable(one, canvas),
  ];
}

/** Functions without a proved change: name and sentence side by side. */
function quietLines(comparison: Comparison, canvas: Canvas): readonly string[] {
  const quiet = comparison.functions.filter((one) => !isChanged(one));
  if (quiet.length === 0) return [];
  const labels = quiet.map((one) => canvas.safe(labelIn(comparison, one)));
  const widest = Math.min(NAME_WIDTH, Math.max(...labels.map(textWidth)));
  const lines = quiet.flatMap((one, index) => {
    const name = clip(labels[index] ?? "", widest, canvas.glyphs.ellipsis);
    return hanging(` ${padEnd(name, widest)}  `, one.sentence, canvas, "quiet");
  });
  return [...heading(canvas, "No proved change", countOf(quiet.length, "function")), ...lines];
}

/** What the logs show of a changed configuration. */
function settings(before: FunctionSide, after: FunctionSide): readonly string[] {
  const sizes = [before, after].map((side) => side.memorySizesMb.map(formatMb).join(", "));
  const kinds = [before, after].map((side) => side.architectures.join(", "));
  const differ = ([one, other]: readonly string[]): boolean =>
    one !== "" && other !== "" && one !== other;
  return [
    ...(differ(sizes) ? [`Memory size: ${sizes.join(" before, ")} after.`] : []),
    ...(differ(kinds) ? [`Architecture: ${kinds.join(" before, ")} after.`] : []),
  ];
}

function changesTable(one: ComparedFunction, canvas: Canvas): readonly string[] {
  const rows = one.changes.map(changeRow);
  const column = (
    title: string,
    key: keyof ChangeRow,
    rank: number,
    align: Column["align"],
  ): Column => ({
    title,
    align,
    rank,
    cells: rows.map((row, index) => {
      const verdict = one.changes[index]?.verdict ?? "not enough data";
      const tone = TONES[verdict];
      const own = key === "verdict" || (tone === "quiet" && key !== "measure");
      return [[own ? tone : "plain", canvas.safe(row[key])]];
    }),
  });
  const columns = [
    column("Measure", "measure", 0, "left"),
    column("Before", "before", 4, "right"),
    column("After", "after", 3, "right"),
    column("Change", "change", 1, "right"),
    column("Interval", "interval", 5, "right"),
    column("Verdict", "verdict", 2, "left"),
  ];
  const inner = { ...canvas, width: canvas.width - 2 };
  return ["", ...table(inner, columns, 16, inner.width - 2).map((line) => `  ${line}`)];
}

function loneLines(
  title: string,
  comparison: Comparison,
  functions: readonly LoneFunction[],
  canvas: Canvas,
): readonly string[] {
  if (functions.length === 0) return [];
  const lines = functions.flatMap((one) => {
    const { invocations, usdPerMillion } = one;
    const cost = usdPerMillion === null ? "" : `, ${formatUsd(usdPerMillion)} per million`;
    const text = `${labelIn(comparison, one)}: ${countOf(invocations, "invocation")}${cost}`;
    return paragraph(text, canvas, "plain", " ");
  });
  return [...heading(canvas, title, countOf(functions.length, "function")), ...lines];
}

/** A text behind its label; further lines stand below its first one. The label is safe already. */
function hanging(label: string, text: string, canvas: Canvas, tone: Tone): readonly string[] {
  const width = textWidth(label);
  const lines = wrap(canvas.safe(text), canvas.width - width - 1);
  return lines.map(
    (line, index) => (index === 0 ? label : " ".repeat(width)) + canvas.paint(tone, line),
  );
}

function paragraph(text: string, canvas: Canvas, tone: Tone, indent: string): readonly string[] {
  const lines = wrap(canvas.safe(text), canvas.width - indent.length - 1);
  return lines.map((line) => indent + canvas.paint(tone, line));
}
