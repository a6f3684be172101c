import type { TimelineBin } from "../../model/assessment.ts";
import { formatCount } from "../format/count.ts";
import { formatUsd } from "../format/money.ts";
import { formatInstant } from "../format/time.ts";
import { html } from "../html/escape.ts";
import type { Html } from "../html/escape.ts";
import { dataTable } from "./data-table.ts";
import { chartFigure } from "./figure.ts";
import { percent } from "./percent.ts";
import { svgImage } from "./svg-image.ts";
import { timeTicks } from "./time-ticks.ts";
import type { TimeTick } from "./time-ticks.ts";

const STRIP_PX = 54;

interface Series {
  readonly label: string;
  readonly className: string;
  readonly of: (bin: TimelineBin) => number;
  readonly format: (value: number) => string;
}

const SERIES: readonly Series[] = [
  {
    label: "Invocations",
    className: "bin-invocations",
    of: (bin) => bin.invocations,
    format: formatCount,
  },
  { label: "Errors", className: "bin-errors", of: (bin) => bin.errors, format: formatCount },
  { label: "Cold starts", className: "bin-cold", of: (bin) => bin.coldStarts, format: formatCount },
  { label: "Cost", className: "bin-cost", of: (bin) => bin.costUsd, format: formatUsd },
];

/** The period, bin by bin: one strip a quantity over one time axis. Null under two bins. */
export function timeline(bins: readonly TimelineBin[]): Html | null {
  const [first, second] = bins;
  const last = bins.at(-1);
  if (first === undefined || second === undefined || last === undefined) return null;
  const widthMs = second.startMs - first.startMs;
  const period = { startMs: first.startMs, endMs: last.startMs + widthMs };
  const ticks = timeTicks(period);
  const place = (epochMs: number): number =>
    (epochMs - period.startMs) / (period.endMs - period.startMs);
  const strips = SERIES.filter((series) => bins.some((bin) => series.of(bin) > 0)).map((series) =>
    strip(series, bins, ticks, place),
  );
  return chartFigure({
    id: "timeline",
    title: "Over time",
    said: "Every strip has its own scale; times are UTC.",
    className: "wide",
    body: html`<div class="strips">${strips}</div>
      ${axis(ticks, place)}${tableOf(bins)}`,
  });
}

function strip(
  series: Series,
  bins: readonly TimelineBin[],
  ticks: readonly TimeTick[],
  place: (epochMs: number) => number,
): Html {
  const most = bins.reduce((peak, bin) => (series.of(bin) > series.of(peak) ? bin : peak));
  const total = bins.reduce((sum, bin) => sum + series.of(bin), 0);
  const peak = `peak ${series.format(series.of(most))} at ${formatInstant(most.startMs)}`;
  const step = 1 / bins.length;
  const bars = bins.map((bin, index) => {
    const value = series.of(bin);
    const height = value > 0 ? Math.max(1.5, (value / series.of(most)) * STRIP_PX) : 0;
    return html`<g class="mark"
      ><title>${formatInstant(bin.startMs)} UTC: ${series.format(value)}</title
      ><rect
        fill="transparent"
        x="${percent(index * step)}"
        width="${percent(step)}"
        height="${STRIP_PX}"
      />${height > 0 && html`<rect class="${series.className}" x="${percent(index * step + step * 0.08)}" width="${percent(step * 0.84)}" y="${(STRIP_PX - height).toFixed(1)}" height="${height.toFixed(1)}" />`}</g
    >`;
  });
  const grid = ticks.map(
    (tick) =>
      html`<line
        class="gridline"
        x1="${percent(place(tick.epochMs))}"
        x2="${percent(place(tick.epochMs))}"
        y1="0"
        y2="${STRIP_PX}"
      />`,
  );
  const picture = svgImage({
    title: `${series.label} over time`,
    description: `${series.format(total)} in all, ${peak} UTC.`,
    heightPx: STRIP_PX,
    className: "strip",
    content: [
      grid,
      bars,
      html`<line class="baseline" x1="0" x2="100%" y1="${STRIP_PX}" y2="${STRIP_PX}" />`,
    ],
  });
  return html`<div>
    <div class="strip-head"><span>${series.label}</span><span class="muted">${peak}</span></div>
    ${picture}
  </div>`;
}

function axis(ticks: readonly TimeTick[], place: (epochMs: number) => number): Html {
  return html`<svg class="axis plot" aria-hidden="true" width="100%" height="20">
    ${ticks.map((tick, index) => {
      const at = place(tick.epochMs);
      const anchor = at < 0.03 ? "start" : at > 0.97 ? "end" : "middle";
      return html`<text
        class="${index % 2 === 1 ? "minor" : ""}"
        x="${percent(at)}"
        y="15"
        text-anchor="${anchor}"
        >${tick.label}</text
      >`;
    })}
  </svg>`;
}

function tableOf(bins: readonly TimelineBin[]): Html {
  return dataTable(
    "Over time, UTC",
    ["From", ...SERIES.map((series) => series.label)],
    bins.map((bin) => [
      formatInstant(bin.startMs),
      ...SERIES.map((series) => series.format(series.of(bin))),
    ]),
  );
}
