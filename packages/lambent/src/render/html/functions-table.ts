import type { FunctionSummary } from "../../model/assessment.ts";
import { trend } from "../charts/trend.ts";
import { countOf, formatCount, formatExactCount } from "../format/count.ts";
import { formatDurationShort } from "../format/duration.ts";
import { formatMb } from "../format/memory.ts";
import { formatUsdShort } from "../format/money.ts";
import { formatShare } from "../format/share.ts";
import { functionLabel } from "../../model/function-label.ts";
import { html } from "./escape.ts";
import type { Html, HtmlPart } from "./escape.ts";

interface FunctionColumn {
  readonly title: string;
  readonly sort: "text" | "number" | null;
  /** What the column is sorted by; null stays last in both orders. */
  readonly value: (one: FunctionSummary) => number | string | null;
  readonly show: (one: FunctionSummary) => HtmlPart;
}

function calls(one: FunctionSummary, durationMs: number): number | null {
  return one.durationMs.count === 0 ? null : durationMs;
}

function numeric(
  title: string,
  value: (one: FunctionSummary) => number | null,
  format: (value: number | null) => string,
): FunctionColumn {
  return { title, sort: "number", value, show: (one) => format(value(one)) };
}

const COLUMNS: readonly FunctionColumn[] = [
  { title: "Function", sort: "text", value: (one) => functionLabel(one.name), show: nameCell },
  { title: "Cost", sort: "number", value: (one) => one.cost?.totalUsd ?? null, show: costCell },
  numeric("Month", (one) => one.costPerMonthUsd, formatUsdShort),
  numeric("Calls", (one) => one.invocations, formatCount),
  { title: "Over time", sort: null, value: () => null, show: trendCell },
  { title: "Errors", sort: "number", value: (one) => one.errorRate, show: errorCell },
  numeric("Cold", (one) => one.coldStartShare, formatShare),
  numeric("p50", (one) => calls(one, one.durationMs.p50), formatDurationShort),
  numeric("p95", (one) => calls(one, one.durationMs.p95), formatDurationShort),
  numeric("p99", (one) => calls(one, one.durationMs.p99), formatDurationShort),
  numeric("Longest", (one) => calls(one, one.durationMs.max), formatDurationShort),
  {
    title: "Memory",
    sort: "number",
    value: (one) => one.memory?.usedMb.max ?? null,
    show: memoryCell,
  },
  numeric("Init p50", (one) => one.initDurationMs?.p50 ?? null, formatDurationShort),
  numeric("At once", (one) => one.concurrency?.max ?? null, formatCount),
];

/** Every function with its figures; sortable where scripts run. */
export function functionsTable(functions: readonly FunctionSummary[]): Html | null {
  if (functions.length === 0) return null;
  const columns = COLUMNS.filter(
    ({ title, value }) => title !== "Throttles" || functions.some((one) => value(one) !== null),
  );
  const heads = columns.map(
    ({ title, sort }) =>
      html`<th
        scope="col"
        ${sort !== null && html` data-sort="${sort}"`}${title === "Cost" && html` aria-sort="descending"`}
      >
        ${title}
      </th>`,
  );
  return html`<section id="functions" aria-labelledby="functions-title">
    <h2 id="functions-title">Functions</h2>
    <p class="lead">
      ${countOf(functions.length, "function")}, most expensive first. Below the cost stands its
      share, below the memory used its size. Durations are without init; a dash means that the logs
      do not say.
    </p>
    <div class="card">
      <div class="scroll" tabindex="0" role="region" aria-labelledby="functions-title">
        <table class="functions" data-sortable>
          <caption class="hidden-text">
            Functions, most expensive first
          </caption>
          <thead>
            <tr>
              ${heads}
            </tr>
          </thead>
          <tbody>
            ${functions.map((one) => row(one, columns))}
          </tbody>
        </table>
      </div>
      <p class="hidden-text" role="status" data-sort-status></p>
    </div>
  </section>`;
}

function row(one: FunctionSummary, columns: readonly FunctionColumn[]): Html {
  return html`<tr>
    ${columns.map(({ value, show }, index) => {
      const key = value(one);
      const data = html`data-value="${key === null ? "" : String(key)}"`;
      return index === 0
        ? html`<th scope="row" ${data} title="${functionLabel(one.name)}">${show(one)}</th>`
        : html`<td ${data}>${show(one)}</td>`;
    })}
  </tr>`;
}

function nameCell(one: FunctionSummary): Html {
  const about = [one.region, one.architecture].filter((part) => part !== null).join(", ");
  return html`<bdi>${functionLabel(one.name)}</bdi
    >${about !== "" && html`<br /><span class="sub">${about}</span>`}`;
}

function costCell({ cost, costShare }: FunctionSummary): Html {
  return figureCell(formatUsdShort(cost?.totalUsd ?? null), costShare, formatShare);
}

/** The most that was used, and the size it was set to. */
function memoryCell({ memory, memorySizesMb }: FunctionSummary): Html {
  const size = memory?.memorySizeMb ?? memorySizesMb[0] ?? null;
  return figureCell(formatMb(memory?.usedMb.max ?? null), size, (mb) => `of ${formatMb(mb)}`);
}

/** A figure with a second one below it: side by side they would not fit a laptop's screen. */
function figureCell(text: string, below: number | null, format: (below: number) => string): Html {
  return html`${text}${below !== null && html`<br /><span class="sub">${format(below)}</span>`}`;
}

function trendCell(one: FunctionSummary): Html | null {
  const values = one.timeline.map((bin) => bin.invocations);
  const name = functionLabel(one.name);
  return trend(values, `Calls of ${name} over time`, `${formatCount(one.invocations)} in all.`);
}

function errorCell(one: FunctionSummary): Html {
  const classes = Object.entries(one.errorsByClass).toSorted(([, a], [, b]) => b - a);
  const said = classes.map(([name, count]) => `${formatExactCount(count)} ${name}`).join(", ");
  const tone = one.errors === 0 ? "" : one.errorRate > 0.01 ? "bad" : "warning";
  const text = formatShare(one.invocations === 0 ? null : one.errorRate);
  return html`<span class="${tone}" title="${said === "" ? "no errors" : said}">${text}</span>`;
}
