import type { Finding } from "../../model/finding.ts";
import { describeSaving, savingRange } from "../saving-text.ts";
import { basisChip, severityChip } from "./chips.ts";
import { html } from "./escape.ts";
import type { Html } from "./escape.ts";
import { findingPlace } from "./finding-place.ts";
import { prose } from "./prose.ts";

/** Findings as rows, numbered from `start`: what and how much; the proof where a row is opened. */
export function findingRows(findings: readonly Finding[], start: number): Html {
  return html`<ol class="finding-rows" start="${start}">
    ${findings.map((finding, index) => row(finding, start + index))}
  </ol>`;
}

function row(finding: Finding, number: number): Html {
  const { saving, fix } = finding;
  const text = saving === undefined ? null : describeSaving(saving);
  const range = savingRange(text);
  const value =
    saving !== undefined && text !== null
      ? html`${text.headline} ${basisChip(saving.basis)}`
      : severityChip(finding.severity);
  return html`<li>
    <details>
      <summary>
        <span class="rank">${number}</span><span class="title">${finding.title}</span
        ><span class="worth">${value}</span>
      </summary>
      <div class="body">
        ${fix !== undefined && html`<p><b>What to do:</b> ${prose(fix)}</p>`}
        <ul>
          ${finding.evidence.map((fact) => html`<li>${prose(fact)}</li>`)}
        </ul>
        ${saving !== undefined && html`<p class="note">${range !== "" && `${range}. `}${prose(saving.how)}</p>`}
        <p class="note">${findingPlace(finding.where)} · <code>${finding.docs}</code></p>
      </div>
    </details>
  </li>`;
}
