import type { Assessment } from "../model/assessment.ts";
import { createCanvas, tableCanvas, textCanvas } from "./text/canvas.ts";
import { errors } from "./text/errors.ts";
import { functionsTable } from "./text/functions-table.ts";
import { quickWins } from "./text/quick-wins.ts";
import { reading } from "./text/reading.ts";
import type { TextOptions } from "./text/style.ts";
import { summaryBox } from "./text/summary-box.ts";

/**
 * The assessment for a terminal. Ends with a line break; no line is wider than `columns` (at least
 * 40). Text from logs is made safe: no control characters, escapes or bidirectional marks get out.
 */
export function renderText(assessment: Assessment, options: TextOptions): string {
  const canvas = createCanvas(options);
  const narrow = textCanvas(canvas);
  const sections = [
    summaryBox(assessment, narrow),
    assessment.totals.invocations === 0 ? [] : quickWins(assessment.findings, narrow),
    functionsTable(assessment, tableCanvas(canvas)),
    errors(assessment, narrow),
    reading(assessment, narrow),
  ];
  const lines = sections.filter((section) => section.length > 0).map((one) => one.join("\n"));
  return `${lines.join("\n\n")}\n`;
}
