import type { CostComponents } from "../../model/assessment.ts";
import { html } from "../html/escape.ts";
import type { Html } from "../html/escape.ts";

/** What money was paid for, in the order of every stack and legend. */
export interface CostPart {
  readonly label: string;
  readonly className: "duration" | "init" | "failed" | "requests";
  readonly usd: (cost: CostComponents) => number;
}

export const COST_PARTS: readonly CostPart[] = [
  { label: "Duration", className: "duration", usd: (cost) => cost.durationUsd },
  { label: "Init", className: "init", usd: (cost) => cost.initUsd },
  { label: "Failed calls", className: "failed", usd: (cost) => cost.failedUsd },
  { label: "Requests", className: "requests", usd: (cost) => cost.requestsUsd },
];

/** The sample of a part in a legend. */
export function costKey(part: CostPart): Html {
  return html`<svg aria-hidden="true" viewBox="0 0 14 14">
    <rect class="${part.className}" width="14" height="14" rx="3" />
  </svg>`;
}
