import type { CostComponents, FunctionSummary } from "../../model/assessment.ts";
import { countOf } from "../format/count.ts";
import { formatUsd, formatUsdShort } from "../format/money.ts";
import { formatShare } from "../format/share.ts";
import { functionLabel } from "../../model/function-label.ts";
import { html } from "../html/escape.ts";
import type { Html } from "../html/escape.ts";
import { COST_PARTS, costKey } from "./cost-part.ts";
import { dataTable } from "./data-table.ts";
import { chartFigure } from "./figure.ts";
import { costInWords, stackedBar } from "./stacked-bar.ts";
import { svgImage } from "./svg-image.ts";

const MOST_ROWS = 12;
const BAR_PX = 16;

interface CostRow {
  readonly name: string;
  readonly cost: CostComponents;
}

/** Cost of each function, its parts stacked; the smallest together in one row. Null without prices. */
export function costByFunction(functions: readonly FunctionSummary[]): Html | null {
  const rows = rowsOf(functions);
  const most = Math.max(0, ...rows.map((row) => row.cost.totalUsd));
  if (most === 0) return null;
  const totalUsd = rows.reduce((sum, row) => sum + row.cost.totalUsd, 0);
  const pictures = rows.map(({ name, cost }) => {
    const bar = svgImage({
      title: `Cost of ${name}`,
      description: costInWords(cost),
      heightPx: BAR_PX,
      className: "stack",
      content: stackedBar(cost, most, BAR_PX),
    });
    return html`<li class="row">
      <span class="name" title="${name}"><bdi>${name}</bdi></span
      >${bar}<span class="value pair"
        ><span>${formatUsdShort(cost.totalUsd)}</span
        ><span class="muted">${formatShare(cost.totalUsd / totalUsd)}</span></span
      >
    </li>`;
  });
  const legend = COST_PARTS.map((part) => html`<li>${costKey(part)}${part.label}</li>`);
  const table = dataTable(
    "Cost by function, US dollars",
    ["Function", ...COST_PARTS.map((part) => part.label), "Total"],
    rows.map(({ name, cost }) => [
      name,
      ...COST_PARTS.map((part) => formatUsd(part.usd(cost))),
      formatUsd(cost.totalUsd),
    ]),
  );
  return chartFigure({
    id: "cost-by-function",
    title: "Cost by function",
    said: said(rows, totalUsd),
    className: "",
    body: html`<ul class="legend">
        ${legend}
      </ul>
      <ul class="rows">
        ${pictures}
      </ul>
      ${table}`,
  });
}

function rowsOf(functions: readonly FunctionSummary[]): readonly CostRow[] {
  const rows = functions.flatMap((one) =>
    one.cost === null ? [] : [{ name: functionLabel(one.name), cost: one.cost }],
  );
  if (rows.length <= MOST_ROWS) return rows;
  const rest = rows.slice(MOST_ROWS - 1);
  const sum = (pick: (cost: CostComponents) => number): number =>
    rest.reduce((total, row) => total + pick(row.cost), 0);
  const cost: CostComponents = {
    durationUsd: sum((one) => one.durationUsd),
    initUsd: sum((one) => one.initUsd),
    failedUsd: sum((one) => one.failedUsd),
    requestsUsd: sum((one) => one.requestsUsd),
    totalUsd: sum((one) => one.totalUsd),
  };
  return [...rows.slice(0, MOST_ROWS - 1), { name: countOf(rest.length, "other"), cost }];
}

function said(rows: readonly CostRow[], totalUsd: number): string {
  const [first] = rows;
  if (first === undefined) return "";
  return `${first.name} takes ${formatShare(first.cost.totalUsd / totalUsd)} of ${formatUsd(totalUsd)}.`;
}
