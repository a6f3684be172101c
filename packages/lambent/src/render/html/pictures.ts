import type { Assessment } from "../../model/assessment.ts";
import { costByFunction } from "../charts/cost-by-function.ts";
import { durations } from "../charts/durations.ts";
import { memoryUse } from "../charts/memory-use.ts";
import { timeline } from "../charts/timeline.ts";
import { periodTimeline } from "../period-timeline.ts";
import { html } from "./escape.ts";
import type { Html } from "./escape.ts";

/** As many functions as each chart shows. */
const MOST_SHOWN = 12;

/** The charts, those that the logs have figures for. */
export function pictures(assessment: Assessment): Html | null {
  const charts = [
    costByFunction(assessment.functions),
    memoryUse(assessment.functions),
    timeline(periodTimeline(assessment)),
    durations(assessment.functions),
  ].filter((chart) => chart !== null);
  if (charts.length === 0) return null;
  return html`<section id="pictures" aria-labelledby="pictures-title">
    <h2 id="pictures-title">Where time and money go</h2>
    ${assessment.functions.length > MOST_SHOWN && html`<p class="lead">The ${MOST_SHOWN} most expensive of ${assessment.functions.length} functions.</p>`}
    <div class="chart-grid">${charts}</div>
  </section>`;
}
