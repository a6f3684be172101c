import type { Assessment } from "../../model/assessment.ts";
import { countOf } from "../format/count.ts";
import { formatDuration } from "../format/duration.ts";
import { formatPeriod } from "../format/time.ts";
import { html } from "./escape.ts";
import type { Html } from "./escape.ts";
import { LOGO } from "./logo.ts";

/** Who speaks, about which period, and the ways into the page. */
export function pageHeader(assessment: Assessment): Html {
  const { period, sources, functions, errorGroups } = assessment;
  const when =
    period === null
      ? "The logs carry no time"
      : `${formatPeriod(period)} (${formatDuration(period.endMs - period.startMs)})`;
  const places: readonly (readonly [string, string, boolean])[] = [
    ["do-first", "Do first", true],
    ["pictures", "Charts", functions.length > 0],
    ["functions", "Functions", functions.length > 0],
    ["errors", "Errors", errorGroups.length > 0],
    ["reading", "How to read this", true],
  ];
  const links = places
    .filter(([, , present]) => present)
    .map(([id, title]) => html`<li><a href="#${id}">${title}</a></li>`);
  return html`<header class="wrap top">
    ${LOGO}
    <div class="titles">
      <h1>Lambda cost and health</h1>
      <p class="when">${when}, from ${countOf(sources.length, "source")}</p>
    </div>
    <nav aria-label="Sections">
      <ul>
        ${links}
      </ul>
    </nav>
    <button type="button" class="theme" hidden>Theme</button>
  </header>`;
}
