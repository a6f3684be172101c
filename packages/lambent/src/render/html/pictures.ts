import type { Assessment } from "../../model/assessment.ts";
import { costByFunction } from "../charts/cost-by-function.ts";
import { durations } from "../charts/durations.ts";
import { memoryUse } from "../charts/memory-use.ts";
import { timeline } from "../charts/timeline.ts";
import { periodTimeline } from "../period-timeline.ts";
import { html } from "./escape.ts";
import type { Html } from "./escape.ts";

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
    <p class="lead">The twelve most expensive functions.</p>
    <div class="chart-grid">${charts}</div>
  </section>`;
}
