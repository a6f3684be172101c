import type {
  ComparedFunction,
  ComparedSide,
  Comparison,
  FunctionSide,
  LoneFunction,
} from "../model/comparison.ts";
import { changeRow, levelSentence, verdictCounts, type ChangeRow } from "./comparison-figures.ts";
import { countOf } from "./format/count.ts";
import { formatMb } from "./format/memory.ts";
import { formatUsd } from "./format/money.ts";
import { formatPeriod } from "./format/time.ts";
import { functionLabel } from "./function-name.ts";
import { createCanvas, textCanvas, type Canvas } from "./text/canvas.ts";
import { heading } from "./text/heading.ts";
import type { TextOptions, Tone } from "./text/style.ts";
import { table, type Column } from "./text/table.ts";
import { wrap } from "./text/wrap.ts";

const TONES: Readonly<Record<ComparedFunction["verdict"], Tone>> = {
  worse: "bad",
  mixed: "warning",
  better: "good",
  "inside the noise": "quiet",
  "not enough data": "quiet",
};

/**
 * The comparison for a terminal. Ends with a line break; no line is wider than `columns` (at least
 * 40). Functions that changed come with all their measures, the others with one sentence each.
 */
export function renderComparisonText(comparison: Comparison, options: TextOptions): string {
  const canvas = createCanvas(options);
  const narrow = textCanvas(canvas);
  const sections = [
    [
      ...sideLines("before", comparison.before, narrow),
      ...sideLines("after", comparison.after, narrow),
    ],
    heading(narrow, "What changed", canvas.safe(verdictCounts(comparison))),
    ...comparison.functions.map((one) => functionLines(one, narrow)),
    loneLines("Added: only on the later side", comparison.added, narrow),
    loneLines("Removed: only on the earlier side", comparison.removed, narrow),
    [levelSentence(comparison), ...comparison.notes].flatMap((note) =>
      paragraph(note, narrow, "quiet", " "),
    ),
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
    ...paragraph(`${title.padEnd(7)}${side.name}`, canvas, "strong", " "),
    ...paragraph(facts.join(", "), canvas, "quiet", "        "),
  ];
}

function functionLines(one: ComparedFunction, canvas: Canvas): readonly string[] {
  const { paint, safe } = canvas;
  const region = one.region === null ? "" : ` (${one.region})`;
  const tone = TONES[one.verdict];
  // The verdict stands behind the last line of the name.
  const room = { ...canvas, width: canvas.width - one.verdict.length - 1 };
  const title = paragraph(`${functionLabel(one.name)}${region}`, room, "strong", " ");
  const changed = tone !== "quiet";
  return [
    ...title.slice(0, -1),
    `${title.at(-1) ?? ""} ${paint(tone, safe(one.verdict))}`,
    ...paragraph(one.sentence, canvas, changed ? "plain" : "quiet", "   "),
    ...settings(one.before, one.after).flatMap((line) => paragraph(line, canvas, "plain", "   ")),
    ...(changed ? changesTable(one, canvas) : []),
  ];
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
  return ["", ...table(inner, columns, 16).map((line) => `  ${line}`)];
}

function loneLines(
  title: string,
  functions: readonly LoneFunction[],
  canvas: Canvas,
): readonly string[] {
  if (functions.length === 0) return [];
  const lines = functions.flatMap(({ name, region, invocations, usdPerMillion }) => {
    const place = region === null ? "" : ` (${region})`;
    const cost = usdPerMillion === null ? "" : `, ${formatUsd(usdPerMillion)} per million`;
    const text = `${functionLabel(name)}${place}: ${countOf(invocations, "invocation")}${cost}`;
    return paragraph(text, canvas, "plain", "   ");
  });
  return [...paragraph(title, canvas, "strong", " "), ...lines];
}

function paragraph(text: string, canvas: Canvas, tone: Tone, indent: string): readonly string[] {
  const lines = wrap(canvas.safe(text), canvas.width - indent.length - 1);
  return lines.map((line) => indent + canvas.paint(tone, line));
}
