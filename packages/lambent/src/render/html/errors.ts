import type { ErrorGroup } from "../../model/assessment.ts";
import { countOf, formatCount, formatExactCount } from "../format/count.ts";
import { formatShare } from "../format/share.ts";
import { formatInstant, formatSpan } from "../format/time.ts";
import { namedType } from "../error-type.ts";
import { functionLabel } from "../../model/function-label.ts";
import { html } from "./escape.ts";
import type { Html } from "./escape.ts";

const IN_SIGHT = 10;
const MOST = 50;

/** Groups of like errors; each opens to one of them as printed. */
export function errors(groups: readonly ErrorGroup[]): Html | null {
  if (groups.length === 0) return null;
  const folded = groups.slice(IN_SIGHT, MOST);
  const rest = groups.length - MOST;
  return html`<section id="errors" aria-labelledby="errors-title">
    <h2 id="errors-title">Errors</h2>
    <p class="lead">
      ${countOf(groups.length, "group")} of like errors, most frequent first. Open one to see an
      example as printed.
    </p>
    <div class="card">
      <ol class="groups">
        ${groups.slice(0, IN_SIGHT).map(one)}
      </ol>
      ${
        folded.length > 0 &&
        html`<details class="rest">
          <summary>${countOf(folded.length, "more group")}</summary>
          <ol class="groups">
            ${folded.map(one)}
          </ol>
        </details>`
      }
      ${rest > 0 && html`<p class="muted">And ${countOf(rest, "more group")}; <code>--format json</code> lists all.</p>`}
    </div>
  </section>`;
}

function one(group: ErrorGroup): Html {
  const seen =
    group.firstSeenMs === null || group.lastSeenMs === null
      ? ""
      : formatSpan({ startMs: group.firstSeenMs, endMs: group.lastSeenMs });
  const sure = group.confidence < 0.7 ? ` (suspected, ${formatShare(group.confidence)} sure)` : "";
  const facts = [
    group.errorType === null ? null : `Error type ${group.errorType}.`,
    group.firstSeenMs === null ? null : `First seen ${formatInstant(group.firstSeenMs)} UTC.`,
    group.lastSeenMs === null ? null : `Last seen ${formatInstant(group.lastSeenMs)} UTC.`,
    `Request ${group.example.requestId}.`,
  ].filter((fact) => fact !== null);
  return html`<li>
    <details>
      <summary>
        <span class="count" title="${formatExactCount(group.count)}"
          >${formatCount(group.count)}</span
        ><span class="pattern mono">${group.pattern}</span
        ><span class="about"
          >${namedType(group) !== null && html`<code>${namedType(group)}</code> `}<span
            class="chip plain"
            >${group.class}${sure}</span
          >
          <bdi>${functionLabel(group.function)}</bdi>${seen !== "" && html` · ${seen}`}</span
        >
      </summary>
      <div class="body">
        <pre>${group.example.message}</pre>
        <p class="muted">${facts.join(" ")}</p>
      </div>
    </details>
  </li>`;
}
