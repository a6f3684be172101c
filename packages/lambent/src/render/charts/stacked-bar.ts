import type { CostComponents } from "../../model/assessment.ts";
import { formatUsd } from "../format/money.ts";
import { formatShare } from "../format/share.ts";
import { html } from "../html/escape.ts";
import type { Html } from "../html/escape.ts";
import { COST_PARTS } from "./cost-part.ts";
import { percent } from "./percent.ts";

/** The parts of a cost side by side; the whole picture stands for `fullUsd`. */
export function stackedBar(
  cost: CostComponents,
  fullUsd: number,
  heightPx: number,
): readonly Html[] {
  const full = fullUsd > 0 ? fullUsd : 1;
  let start = 0;
  return COST_PARTS.flatMap((part) => {
    const usd = part.usd(cost);
    if (!(usd > 0)) return [];
    const from = start;
    start += usd / full;
    const share = cost.totalUsd > 0 ? ` (${formatShare(Math.min(1, usd / cost.totalUsd))})` : "";
    return [
      html`<g class="mark"
        ><title>${part.label}: ${formatUsd(usd)}${share}</title
        ><rect
          class="bar ${part.className}"
          x="${percent(from)}"
          y="0"
          width="${percent(usd / full)}"
          height="${heightPx}"
      /></g>`,
    ];
  });
}

/** The same in words. */
export function costInWords(cost: CostComponents): string {
  const parts = COST_PARTS.filter((part) => part.usd(cost) > 0);
  const words = parts.map((part) => `${part.label.toLowerCase()} ${formatUsd(part.usd(cost))}`);
  return `${formatUsd(cost.totalUsd)}${words.length > 0 ? `: ${words.join(", ")}` : ""}`;
}
