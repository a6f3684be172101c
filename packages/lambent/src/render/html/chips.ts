import type { Severity } from "../../model/finding.ts";
import type { SavingBasis } from "../../model/saving.ts";
import { html } from "./escape.ts";
import type { Html } from "./escape.ts";

/** How much a finding matters, as a word with a colour. */
export function severityChip(severity: Severity): Html {
  return html`<span class="chip ${severity}">${severity}</span>`;
}

const MEANINGS: Readonly<Record<SavingBasis, string>> = {
  measured: "on real runs",
  predicted: "by a model of real runs",
  estimated: "from published figures",
};

/** On what a saving stands; the outline differs as well as the word. */
export function basisChip(basis: SavingBasis): Html {
  return html`<span class="chip ${basis}" title="${basis} ${MEANINGS[basis]}">${basis}</span>`;
}
