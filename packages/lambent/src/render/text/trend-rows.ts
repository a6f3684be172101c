import type { Assessment } from "../../model/assessment.ts";
import { formatCount } from "../format/count.ts";
import { formatDuration } from "../format/duration.ts";
import { formatUsd } from "../format/money.ts";
import { formatDay, formatTimeOfDay } from "../format/time.ts";
import { periodTimeline } from "../period-timeline.ts";
import type { Canvas } from "./canvas.ts";
import { sparkline } from "./sparkline.ts";
import type { Tone } from "./style.ts";
import { clip, padEnd, padStart, textWidth } from "./width.ts";

/** With less room for the picture the peaks go. */
const LEAST_CELLS = 16;
const GAP = 2;

/**
 * Invocations, cost and errors over the period, each on its own scale with its peak at the end, and
 * a line that says from when to when. None where all is in one moment.
 */
export function trendRows(
  assessment: Assessment,
  canvas: Canvas,
  width: number,
  labelWidth: number,
): readonly string[] {
  const timeline = periodTimeline(assessment);
  const [first, second] = timeline;
  const last = timeline.at(-1);
  if (first === undefined || second === undefined || last === undefined) return [];
  const all: readonly (readonly [string, Tone, readonly number[], (peak: number) => string])[] = [
    ["Invocations", "accent", timeline.map((bin) => bin.invocations), formatCount],
    ["Cost", "accent", timeline.map((bin) => bin.costUsd), formatUsd],
    ["Errors", "bad", timeline.map((bin) => bin.errors), formatCount],
  ];
  const series = all
    .filter(([, , values]) => values.some((value) => value > 0))
    .map(([label, tone, values, format]) => {
      return { label, tone, values, peak: canvas.safe(`peak ${format(Math.max(...values))}`) };
    });
  const peakWidth = Math.max(0, ...series.map(({ peak }) => textWidth(peak))) + GAP;
  const hasPeaks = width - labelWidth - peakWidth >= LEAST_CELLS;
  const room = width - labelWidth - (hasPeaks ? peakWidth : 0);
  const cells = Math.min(room, timeline.length);
  const rows = series.map(({ label, tone, values, peak }) => {
    const drawn = sparkline(values, cells, canvas.glyphs.levels);
    const row = canvas.paint("quiet", padEnd(label, labelWidth)) + canvas.paint(tone, drawn);
    return hasPeaks ? row + " ".repeat(GAP) + canvas.paint("quiet", peak) : row;
  });
  const step = formatDuration(second.startMs - first.startMs);
  const axis = axisLine(
    first.startMs,
    last.startMs,
    hasPeaks ? canvas.safe(`peaks per ${step}`) : "",
    cells,
  );
  const said = clip(axis, width - labelWidth, canvas.glyphs.ellipsis);
  return [...rows, " ".repeat(labelWidth) + canvas.paint("quiet", said)];
}

/** First and last moment at the ends of the picture, the note between them where there is room. */
function axisLine(startMs: number, endMs: number, note: string, cells: number): string {
  const sameDay = formatDay(startMs) === formatDay(endMs);
  const name = sameDay ? formatTimeOfDay : formatDay;
  const [start, end] = [name(startMs), name(endMs)];
  const room = cells - start.length - end.length;
  if (room >= textWidth(note) + 4) {
    const left = Math.floor((room - textWidth(note)) / 2);
    return `${start}${" ".repeat(left)}${note}${padStart(end, room - left - textWidth(note) + end.length)}`;
  }
  return room >= 1 ? start + padStart(end, cells - start.length) : start;
}
