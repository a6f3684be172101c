import type { Finding } from "../../model/finding.ts";
import { intervalBar } from "../charts/interval-bar.ts";
import { countOf } from "../format/count.ts";
import { OVERLAP, describeSaving, savingRange } from "../saving-text.ts";
import { basisChip, severityChip } from "./chips.ts";
import { findingRows } from "./finding-rows.ts";
import { html } from "./escape.ts";
import type { Html } from "./escape.ts";
import { findingPlace } from "./finding-place.ts";
import { prose } from "./prose.ts";

const IN_FULL = 3;
const IN_SIGHT = 8;

/** Three cards with everything needed to act, five findings as rows, the others folded away. */
export function doFirst(findings: readonly Finding[]): Html {
  if (findings.length === 0) {
    return html`<section id="do-first" aria-labelledby="do-first-title">
      <h2 id="do-first-title">Do first</h2>
      <p class="lead">Nothing found to do.</p>
    </section>`;
  }
  const top = Math.max(
    0,
    ...findings.slice(0, IN_FULL).map((one) => one.saving?.usdPerMonth?.high ?? 0),
  );
  const next = findings.slice(IN_FULL, IN_SIGHT);
  const rest = findings.slice(IN_SIGHT);
  return html`<section id="do-first" aria-labelledby="do-first-title">
    <h2 id="do-first-title">Do first</h2>
    <p class="lead">Most valuable first. ${OVERLAP}</p>
    <ol class="cards">
      ${findings.slice(0, IN_FULL).map((finding, index) => card(finding, index + 1, top))}
    </ol>
    ${
      next.length > 0 &&
      html`<div class="card then">
        <h3 class="hidden-text">Then</h3>
        ${findingRows(next, IN_FULL + 1)}
        ${
          rest.length > 0 &&
          html`<details class="rest">
            <summary>${countOf(rest.length, "more finding")}</summary>
            ${findingRows(rest, IN_SIGHT + 1)}
          </details>`
        }
      </div>`
    }
  </section>`;
}

/** Every card has the same six parts, so that they line up between cards. */
function card(finding: Finding, number: number, topUsd: number): Html {
  const { saving, fix } = finding;
  return html`<li class="card finding">
    <div class="rank">
      <b>${number}</b>${severityChip(finding.severity)}<span>${finding.id}</span>
    </div>
    <h3>${finding.title}</h3>
    <div>${worth(finding, topUsd)}</div>
    <div>${fix !== undefined && html`<p class="do"><b>What to do</b>${prose(fix)}</p>`}</div>
    <ul class="evidence">
      ${finding.evidence.map((fact) => html`<li>${prose(fact)}</li>`)}
    </ul>
    <div class="small">
      ${
        saving !== undefined &&
        html`<details>
          <summary>How this is worked out</summary>
          <p>${prose(saving.how)}</p>
        </details>`
      }
      <p class="more"><span>${findingPlace(finding.where)}</span><code>${finding.docs}</code></p>
    </div>
  </li>`;
}

function worth({ saving, title }: Finding, topUsd: number): Html | null {
  const text = saving === undefined ? null : describeSaving(saving);
  if (saving === undefined || text === null) return null;
  const range = savingRange(text);
  const usd = saving.usdPerMonth;
  const picture =
    usd === undefined || text.interval === null
      ? null
      : intervalBar(usd, topUsd, `Saving: ${title}`, `${text.headline}, ${text.interval ?? ""}`);
  const [amount = "", ...unit] = text.headline.split(/ (?=a )/);
  return html`<p class="worth">
      ${amount} <small>${unit.join(" ")}</small> ${basisChip(saving.basis)}
    </p>
    ${picture} ${range !== "" && html`<p class="range">${range}</p>`}`;
}
