import type { Distribution, FunctionSummary } from "../../model/assessment.ts";
import { formatCount } from "../format/count.ts";
import { formatDuration, formatDurationShort } from "../format/duration.ts";
import { functionLabel } from "../../model/function-label.ts";
import { html, trusted } from "../html/escape.ts";
import type { Html } from "../html/escape.ts";
import { dataTable } from "./data-table.ts";
import { chartFigure } from "./figure.ts";
import { createLogScale } from "./log-scale.ts";
import type { LogScale } from "./log-scale.ts";
import { percent } from "./percent.ts";
import { svgImage } from "./svg-image.ts";

const MOST_ROWS = 12;
const ROW_PX = 40;
const BASE_PX = ROW_PX - 4;
const HILL_PX = 28;

/** Round durations that people think in, milliseconds. */
const TICKS_MS = [0.1, 1, 10, 100, 1_000, 10_000, 60_000, 600_000];

interface Quantile {
  readonly label: string;
  readonly of: (one: Distribution) => number;
  /** Drawn around the top of its line; each quantile has its own shape. */
  readonly sign: Html;
}

const QUANTILES: readonly Quantile[] = [
  { label: "p50", of: (one) => one.p50, sign: trusted('<circle class="quantile-sign" r="4"/>') },
  {
    label: "p95",
    of: (one) => one.p95,
    sign: trusted('<path class="quantile-sign" d="M0 4.5L-4.8 -3.5H4.8Z"/>'),
  },
  {
    label: "p99",
    of: (one) => one.p99,
    sign: trusted('<path class="quantile-sign" d="M0 -5L5 0L0 5L-5 0Z"/>'),
  },
];

/** How long calls take: one histogram a function on one logarithmic axis. Null without calls. */
export function durations(functions: readonly FunctionSummary[]): Html | null {
  const shown = functions.filter((one) => one.durationMs.count > 0).slice(0, MOST_ROWS);
  if (shown.length === 0) return null;
  const scale = createLogScale(
    Math.min(...shown.map((one) => one.durationMs.min)),
    Math.max(...shown.map((one) => one.durationMs.max)),
  );
  const ticks = TICKS_MS.filter((tick) => tick >= scale.low && tick <= scale.high);
  const head = html`<li class="row head" aria-hidden="true">
    <span class="name"></span><span></span
    ><span class="value triple"
      >${QUANTILES.map((quantile) => html`<span>${quantile.label}</span>`)}</span
    >
  </li>`;
  const foot = html`<li class="row foot" aria-hidden="true">
    <span class="name"></span>${axis(ticks, scale)}<span class="value"></span>
  </li>`;
  const legend = QUANTILES.map(
    (quantile) =>
      html`<li>
        <svg aria-hidden="true" viewBox="-7 -7 14 14">${quantile.sign}</svg>${quantile.label}
      </li>`,
  );
  return chartFigure({
    id: "durations",
    title: "How long calls take",
    said: `Each hill shows how the durations of one function are spread, on a logarithmic axis. ${saidOf(shown)}`,
    className: "wide",
    body: html`<ul class="legend">
        ${legend}
      </ul>
      <ul class="rows">
        ${head}${shown.map((one) => row(one, ticks, scale))}${foot}
      </ul>
      ${tableOf(shown)}`,
  });
}

function row(one: FunctionSummary, ticks: readonly number[], scale: LogScale): Html {
  const name = functionLabel(one.name);
  const picture = svgImage({
    title: `Durations of ${name}`,
    description: inWords(one.durationMs),
    heightPx: ROW_PX,
    className: "hill",
    content: [
      ticks.map(
        (tick) =>
          html`<line
            class="gridline"
            x1="${percent(scale.place(tick))}"
            x2="${percent(scale.place(tick))}"
            y1="-6"
            y2="${ROW_PX + 6}"
          />`,
      ),
      html`<line class="baseline" x1="0" x2="100%" y1="${BASE_PX}" y2="${BASE_PX}" />`,
      hill(one.durationMs, scale),
      QUANTILES.map((quantile) => quantileMark(quantile, one.durationMs, scale)),
    ],
  });
  return html`<li class="row">
    <span class="name" title="${name}"><bdi>${name}</bdi></span
    >${picture}<span class="value triple"
      >${QUANTILES.map((quantile) => html`<span>${formatDurationShort(quantile.of(one.durationMs))}</span>`)}</span
    >
  </li>`;
}

/** Bars need not be equally wide on the axis, so their area stands for the count, not their height. */
function hill(distribution: Distribution, scale: LogScale): readonly Html[] {
  const bars = distribution.bars
    .filter(([, , count]) => count > 0)
    .map(([low, high, count]) => {
      const start = scale.place(low);
      const width = Math.max(scale.place(high) - start, 0.002);
      return { low, high, count, start, width, density: count / width };
    });
  const most = Math.max(...bars.map((bar) => bar.density));
  return bars.map((bar) => {
    const height = Math.max(1, (bar.density / most) * HILL_PX);
    return html`<g class="mark"
      ><title>
        ${formatDuration(bar.low)} to ${formatDuration(bar.high)}: ${formatCount(bar.count)}</title
      ><rect
        class="hist"
        x="${percent(bar.start)}"
        width="${percent(bar.width)}"
        y="${(BASE_PX - height).toFixed(1)}"
        height="${height.toFixed(1)}"
    /></g>`;
  });
}

function quantileMark(quantile: Quantile, distribution: Distribution, scale: LogScale): Html {
  const value = quantile.of(distribution);
  return html`<svg
    class="mark"
    x="${percent(scale.place(value))}"
    y="6"
    width="1"
    height="1"
    overflow="visible"
  >
    <title>${quantile.label}: ${formatDuration(value)}</title>
    <line class="quantile" y1="0" y2="${BASE_PX - 6}" />
    ${quantile.sign}
  </svg>`;
}

function axis(ticks: readonly number[], scale: LogScale): Html {
  return html`<svg class="axis" width="100%" height="18">
    ${ticks.map((tick, index) => {
      const place = scale.place(tick);
      const anchor = place < 0.04 ? "start" : place > 0.96 ? "end" : "middle";
      return html`<text
        class="${index % 2 === 1 ? "minor" : ""}"
        x="${percent(place)}"
        y="13"
        text-anchor="${anchor}"
        >${tickLabel(tick)}</text
      >`;
    })}
  </svg>`;
}

function tickLabel(tickMs: number): string {
  if (tickMs < 1_000) return `${tickMs} ms`;
  return tickMs < 60_000 ? `${tickMs / 1_000} s` : `${tickMs / 60_000} min`;
}

function inWords(one: Distribution): string {
  return `${formatCount(one.count)} calls: half within ${formatDuration(one.p50)}, 95 % within ${formatDuration(one.p95)}, 99 % within ${formatDuration(one.p99)}, the longest ${formatDuration(one.max)}.`;
}

function saidOf(shown: readonly FunctionSummary[]): string {
  const slowest = shown.reduce((most, one) =>
    one.durationMs.p99 > most.durationMs.p99 ? one : most,
  );
  return `The slowest is ${functionLabel(slowest.name)}: one call in a hundred takes ${formatDuration(slowest.durationMs.p99)} or longer.`;
}

function tableOf(shown: readonly FunctionSummary[]): Html {
  return dataTable(
    "Durations by function",
    ["Function", "Calls", "Min", "p50", "p95", "p99", "Max"],
    shown.map(({ name, durationMs }) => [
      functionLabel(name),
      formatCount(durationMs.count),
      ...[durationMs.min, durationMs.p50, durationMs.p95, durationMs.p99, durationMs.max].map(
        formatDuration,
      ),
    ]),
  );
}
