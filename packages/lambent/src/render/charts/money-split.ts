import type { CostComponents } from "../../model/assessment.ts";
import { formatUsd } from "../format/money.ts";
import { formatShare } from "../format/share.ts";
import { html } from "../html/escape.ts";
import type { Html } from "../html/escape.ts";
import { COST_PARTS, costKey } from "./cost-part.ts";
import { costInWords, stackedBar } from "./stacked-bar.ts";
import { svgImage } from "./svg-image.ts";

/** One bar: what every dollar of the period was paid for. */
export function moneySplit(cost: CostComponents): Html {
  const items = COST_PARTS.map((part) => {
    const usd = part.usd(cost);
    const share = cost.totalUsd > 0 ? formatShare(Math.min(1, usd / cost.totalUsd)) : "";
    return html`<li>
      ${costKey(part)}<span>${part.label}</span> <span class="num">${formatUsd(usd)}</span>
      <span class="muted num">${share}</span>
    </li>`;
  });
  const picture = svgImage({
    title: "What the money was paid for",
    description: costInWords(cost),
    heightPx: 16,
    className: "money-split",
    content: stackedBar(cost, cost.totalUsd, 16),
  });
  return html`<figure class="split" aria-label="What the money was paid for">
    ${picture}
    <ul class="legend">
      ${items}
    </ul>
  </figure>`;
}
