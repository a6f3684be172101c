import type { Assessment, FunctionSummary } from "../../model/assessment.ts";
import { countOf, formatCount } from "../format/count.ts";
import { formatDurationShort } from "../format/duration.ts";
import { formatMb } from "../format/memory.ts";
import { formatUsd, formatUsdShort } from "../format/money.ts";
import { formatShare } from "../format/share.ts";
import { functionLabel } from "../../model/function-label.ts";
import { bar } from "./bar.ts";
import { textCanvas } from "./canvas.ts";
import type { Canvas } from "./canvas.ts";
import { heading } from "./heading.ts";
import { sparkline } from "./sparkline.ts";
import type { Tone } from "./style.ts";
import { table } from "./table.ts";
import type { Cell, Column } from "./table.ts";
import { textWidth } from "./width.ts";

const MOST_ROWS = 25;
const NAME_WIDTH = 20;

/** One line a function, most expensive first; more columns the wider the terminal. */
export function functionsTable(assessment: Assessment, canvas: Canvas): readonly string[] {
  const all = assessment.functions;
  if (all.length === 0) return [];
  const shown = all.slice(0, MOST_ROWS);
  const rows = table(canvas, columnsOf(shown, canvas), NAME_WIDTH, textCanvas(canvas).width - 2);
  // The second line is the rule, as wide as the table.
  const width = textWidth(rows[1] ?? "") + 1;
  const [title = ""] = heading({ ...canvas, width }, "Functions", "most expensive first");
  const lines = [title, ...rows];
  const rest = all.slice(MOST_ROWS);
  if (rest.length > 0) {
    const usd = rest.reduce((sum, one) => sum + (one.cost?.totalUsd ?? 0), 0);
    lines.push(
      canvas.paint(
        "quiet",
        ` and ${countOf(rest.length, "function")} more, ${formatUsd(usd)} together (--format csv lists all)`,
      ),
    );
  }
  return lines;
}

function columnsOf(rows: readonly FunctionSummary[], canvas: Canvas): readonly Column[] {
  const column = (
    title: string,
    rank: number,
    cell: (one: FunctionSummary) => Cell | string,
    align: Column["align"] = "right",
  ): Column => ({
    title,
    align,
    rank,
    cells: rows.map((one) => {
      const made = cell(one);
      return typeof made === "string" ? [[quietIfUnknown(made), canvas.safe(made)]] : made;
    }),
  });
  return [
    column("Function", 0, (one) => [nameCell(one, canvas)], "left"),
    column("Cost", 1, (one) => [
      ["strong", canvas.safe(formatUsdShort(one.cost?.totalUsd ?? null))],
    ]),
    column("Share", 8, (one) => shareCell(one, canvas), "left"),
    column("Month", 10, (one) => formatUsdShort(one.costPerMonthUsd)),
    column("Calls", 2, (one) => formatCount(one.invocations)),
    column("Over time", 11, (one) => trendCell(one, canvas), "left"),
    column("Errors", 3, (one) => errorCell(one)),
    column("Cold", 6, (one) => formatShare(one.coldStartShare)),
    column("Init p50", 13, (one) => formatDurationShort(one.initDurationMs?.p50 ?? null)),
    column("p50", 7, (one) => formatDurationShort(ofCalls(one, one.durationMs.p50))),
    column("p95", 12, (one) => formatDurationShort(ofCalls(one, one.durationMs.p95))),
    column("p99", 4, (one) => formatDurationShort(ofCalls(one, one.durationMs.p99))),
    column("Memory", 5, (one) => memoryCell(one, canvas), "left"),
    column("of", 9, (one) => formatMb(one.memory?.memorySizeMb ?? one.memorySizesMb[0] ?? null)),
    column("At once", 14, (one) => formatCount(one.concurrency?.max ?? null)),
  ];
}

function ofCalls(one: FunctionSummary, durationMs: number): number | null {
  return one.durationMs.count === 0 ? null : durationMs;
}

function nameCell(one: FunctionSummary, canvas: Canvas): readonly [Tone, string] {
  return [one.name === null ? "quiet" : "plain", canvas.safe(functionLabel(one.name))];
}

function shareCell(one: FunctionSummary, canvas: Canvas): Cell {
  if (one.costShare === null) return [["quiet", canvas.glyphs.dash]];
  const [full, empty] = bar(one.costShare, 6, canvas.glyphs);
  const text = formatShare(one.costShare).padStart(8);
  return [
    ["accent", full],
    ["quiet", empty],
    ["plain", text],
  ];
}

function trendCell(one: FunctionSummary, canvas: Canvas): Cell {
  const values = one.timeline.map((bin) => bin.invocations);
  return [["accent", sparkline(values, 16, canvas.glyphs.levels)]];
}

function errorCell(one: FunctionSummary): Cell {
  const text = formatShare(one.invocations === 0 ? null : one.errorRate);
  const tone: Tone = one.errors === 0 ? "quiet" : one.errorRate > 0.01 ? "bad" : "warning";
  return [[tone, text]];
}

/** From 90 % a function is near its limit; below 40 % it pays for memory that it does not use. */
function memoryCell(one: FunctionSummary, canvas: Canvas): Cell {
  if (one.memory === null || one.memory.memorySizeMb === 0) return [["quiet", canvas.glyphs.dash]];
  const share = one.memory.usedMb.max / one.memory.memorySizeMb;
  const [full, empty] = bar(share, 4, canvas.glyphs);
  const tone: Tone = share >= 0.9 ? "bad" : share < 0.4 ? "warning" : "good";
  return [
    [tone, full],
    ["quiet", empty],
    ["plain", formatShare(Math.min(1, share)).padStart(6)],
  ];
}

function quietIfUnknown(text: string): Tone {
  return text === "–" || text === "0 %" ? "quiet" : "plain";
}
