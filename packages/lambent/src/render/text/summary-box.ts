import type { Assessment } from "../../model/assessment.ts";
import { formatCount } from "../format/count.ts";
import { formatDuration } from "../format/duration.ts";
import { formatUsd } from "../format/money.ts";
import { formatShare } from "../format/share.ts";
import { formatPeriod } from "../format/time.ts";
import { headlineFacts } from "../headline-text.ts";
import { whyNoMonth } from "../month-text.ts";
import type { Canvas } from "./canvas.ts";
import type { Tone } from "./style.ts";
import { trendRows } from "./trend-rows.ts";
import { clip, padEnd, textWidth } from "./width.ts";
import { wrap } from "./wrap.ts";

/** Of the facts and the trends below the figures. */
const LABEL_WIDTH = 13;

interface Figure {
  readonly label: string;
  readonly value: string;
  readonly detail: string;
  readonly tone: Tone;
}

/** The headline: period, the five figures everyone asks for first, and what they are made of. */
export function summaryBox(assessment: Assessment, canvas: Canvas): readonly string[] {
  const inner = canvas.width - 8;
  const figures = figuresOf(assessment);
  const widest = Math.max(
    ...figures.flatMap((one) => [one.label, one.value, one.detail].map(textWidth)),
  );
  const perRow = Math.min(figures.length, Math.max(2, Math.floor(inner / (widest + 1))));
  const cell = Math.floor(inner / perRow);
  const put = (tone: Tone, text: string): string =>
    canvas.paint(tone, padEnd(clip(canvas.safe(text), cell - 1, canvas.glyphs.ellipsis), cell));
  const rows: string[] = [];
  for (let start = 0; start < figures.length; start += perRow) {
    if (start > 0) rows.push("");
    const row = figures.slice(start, start + perRow);
    rows.push(
      row.map((one) => put("quiet", one.label)).join(""),
      row.map((one) => put(one.tone, one.value)).join(""),
      row.map((one) => put("quiet", one.detail)).join(""),
    );
  }
  const facts = headlineFacts(assessment);
  if (facts.length > 0) rows.push("");
  for (const { label, text } of facts) {
    const room = inner - LABEL_WIDTH;
    wrap(canvas.safe(text), room).forEach((line, index) => {
      rows.push(
        canvas.paint("quiet", padEnd(index === 0 ? label : "", LABEL_WIDTH)) +
          clip(line, room, canvas.glyphs.ellipsis),
      );
    });
  }
  const trends = trendRows(assessment, canvas, inner, LABEL_WIDTH);
  if (trends.length > 0) rows.push("", ...trends);
  return framed(rows, title(assessment, canvas), inner, canvas);
}

function title(assessment: Assessment, canvas: Canvas): string {
  const { period } = assessment;
  if (period === null) return "The logs carry no time";
  const length = formatDuration(period.endMs - period.startMs);
  return canvas.safe(`${formatPeriod(period)} · ${length}`);
}

function figuresOf(assessment: Assessment): readonly Figure[] {
  const { totals, functions } = assessment;
  const { cost } = totals;
  const rate = totals.invocations === 0 ? null : totals.errors / totals.invocations;
  const known = totals.invocations - totals.coldStartUnknown;
  return [
    {
      label: "Cost",
      value: formatUsd(cost?.totalUsd ?? null),
      detail:
        totals.costUnknown === 0 ? "this period" : `${formatCount(totals.costUnknown)} unknown`,
      tone: "strong",
    },
    {
      label: "Per month",
      value: formatUsd(totals.costPerMonthUsd),
      detail: whyNoMonth(assessment) ?? "at this rate",
      tone: "strong",
    },
    {
      label: "Invocations",
      value: formatCount(totals.invocations),
      detail: functions.length === 1 ? "1 function" : `${formatCount(functions.length)} functions`,
      tone: "strong",
    },
    {
      label: "Errors",
      value: formatCount(totals.errors),
      detail: rate === null ? "" : formatShare(rate),
      tone: totals.errors === 0 ? "good" : rate !== null && rate > 0.01 ? "bad" : "warning",
    },
    {
      label: "Cold starts",
      value: known <= 0 ? formatCount(null) : formatCount(totals.coldStarts),
      detail: known <= 0 ? "not in the logs" : formatShare(totals.coldStarts / known),
      tone: "strong",
    },
  ];
}

function framed(
  rows: readonly string[],
  text: string,
  inner: number,
  { glyphs, paint }: Canvas,
): readonly string[] {
  const shown = clip(text, inner - 2, glyphs.ellipsis);
  const top = `${glyphs.rule} ${shown} ${glyphs.rule.repeat(inner + 1 - textWidth(shown))}`;
  const wall = paint("quiet", glyphs.wall);
  return [
    ` ${paint("quiet", `${glyphs.topLeft}${top}${glyphs.topRight}`)}`,
    ...rows.map((row) => ` ${wall}  ${padEnd(row, inner)}  ${wall}`),
    ` ${paint("quiet", `${glyphs.bottomLeft}${glyphs.rule.repeat(inner + 4)}${glyphs.bottomRight}`)}`,
  ];
}
