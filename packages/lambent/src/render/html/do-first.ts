import type { Finding } from "../../model/finding.ts";
import { intervalBar } from "../charts/interval-bar.ts";
import { countOf } from "../format/count.ts";
import { describeSaving, savingRange } from "../saving-text.ts";
import { basisChip, severityChip } from "./chips.ts";
import { html } from "./escape.ts";
import type { Html } from "./escape.ts";
import { findingPlace } from "./finding-place.ts";
import { prose } from "./prose.ts";

const IN_FULL = 3;

/** Three cards with everything needed to act; the other findings as rows. */
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
  const rest = findings.slice(IN_FULL);
  return html`<section id="do-first" aria-labelledby="do-first-title">
    <h2 id="do-first-title">Do first</h2>
    <p class="lead">Most valuable first. Savings can overlap, so they are not added up.</p>
    <ol class="cards">
      ${findings.slice(0, IN_FULL).map((finding, index) => card(finding, index + 1, top))}
    </ol>
    ${
      rest.length > 0 &&
      html`<h3 class="hidden-text">${countOf(rest.length, "more finding")}</h3>
        <ol class="card then" start="${IN_FULL + 1}">
          ${rest.map((finding, index) => line(finding, index + 1 + IN_FULL))}
        </ol>`
    }
  </section>`;
}

function card(finding: Finding, number: number, topUsd: number): Html {
  const { saving, fix } = finding;
  return html`<li class="card finding">
    <div class="rank">
      <b>${number}</b>${severityChip(finding.severity)}<span>${finding.id}</span>
    </div>
    <h3>${finding.title}</h3>
    ${worth(finding, topUsd)}
    <ul class="evidence">
      ${finding.evidence.map((fact) => html`<li>${prose(fact)}</li>`)}
    </ul>
    ${fix !== undefined && html`<p class="do"><b>What to do</b>${prose(fix)}</p>`}
    ${saving !== undefined && html`<p class="how">${prose(saving.how)}</p>`}
    <p class="more"><span>${findingPlace(finding.where)}</span><code>${finding.docs}</code></p>
  </li>`;
}

function worth({ saving, title }: Finding, topUsd: number): Html | null {
  const text = saving === undefined ? null : describeSaving(saving);
  if (saving === undefined || text === null) return null;
  const range = savingRange(text);
  const usd = saving.usdPerMonth;
  const picture =
    usd === undefined || usd.low === usd.high
      ? null
      : intervalBar(usd, topUsd, `Saving: ${title}`, `${text.headline}, ${text.interval ?? ""}`);
  const [amount = "", ...unit] = text.headline.split(/ (?=a )/);
  return html`<div>
    <p class="worth">${amount} <small>${unit.join(" ")}</small> ${basisChip(saving.basis)}</p>
    ${picture} ${range !== "" && html`<p class="range">${range}</p>`}
  </div>`;
}

function line(finding: Finding, number: number): Html {
  const { saving, fix } = finding;
  const text = saving === undefined ? null : describeSaving(saving);
  const range = savingRange(text);
  const value =
    saving !== undefined && text !== null
      ? html`${text.headline} ${basisChip(saving.basis)}`
      : severityChip(finding.severity);
  return html`<li>
    <span class="rank">${number}</span>
    <div>
      <p>${finding.title}</p>
      <p class="note">
        ${finding.evidence.map((fact) => html`${prose(fact)} `)}${
          fix !== undefined && html`<b>Do:</b> ${prose(fix)}`
        }
      </p>
      ${saving !== undefined && html`<p class="note">${range !== "" && `${range}. `}${prose(saving.how)}</p>`}
      <p class="note">${findingPlace(finding.where)} · <code>${finding.docs}</code></p>
    </div>
    <span class="worth">${value}</span>
  </li>`;
}
