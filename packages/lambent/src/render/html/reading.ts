import type { Assessment, SourceSummary } from "../../model/assessment.ts";
import { formatBytes } from "../format/bytes.ts";
import { formatCount } from "../format/count.ts";
import { prose } from "./prose.ts";
import { pricingSentences } from "../pricing-text.ts";
import { sourceProblems, sourceSums } from "../sources-text.ts";
import { unreadSentences } from "../unread-text.ts";
import { html } from "./escape.ts";
import type { Html } from "./escape.ts";

const MOST_SOURCES = 200;

/** How to read the figures: notes, prices, what could not be read, what was. */
export function reading(assessment: Assessment): Html {
  const unread = unreadSentences(assessment.unread);
  const { examples } = assessment.unread;
  return html`<section id="reading" aria-labelledby="reading-title">
    <h2 id="reading-title">How to read this</h2>
    <div class="reading">
      <div class="card">
        <h3>Notes and prices</h3>
        ${list([...assessment.notes, ...pricingSentences(assessment.pricing)])}
      </div>
      <div class="card">
        <h3>What could not be read</h3>
        ${unread.length === 0 ? html`<p>Everything was read.</p>` : list(unread)}${examples.length > 0 && html`<pre>${examples.join("\n")}</pre>`}
      </div>
      ${sources(assessment)}
    </div>
  </section>`;
}

function list(sentences: readonly string[]): Html {
  return html`<ul>
    ${sentences.map((sentence) => html`<li>${prose(sentence)}</li>`)}
  </ul>`;
}

function sources({ sources: all }: Assessment): Html | null {
  if (all.length === 0) return null;
  const problems = sourceProblems(all);
  return html`<div class="card wide">
    <h3>Sources</h3>
    ${list(sourceSums(all))} ${problems.length > 0 && list(problems)} ${sourceTable(all)}
  </div>`;
}

/** The sources one by one, folded away; those with a problem first, as the list may be cut. */
function sourceTable(all: readonly SourceSummary[]): Html {
  const ordered = [
    ...all.filter((source) => source.problem !== null),
    ...all.filter((source) => source.problem === null),
  ];
  const rows = ordered.slice(0, MOST_SOURCES).map(
    (source) =>
      html`<tr>
        <th scope="row"><bdi>${source.name}</bdi></th>
        <td>${source.format}</td>
        <td>${formatBytes(source.bytes)}</td>
        <td>${formatCount(source.invocations)}</td>
        <td>${source.problem ?? "read to the end"}</td>
      </tr>`,
  );
  const rest = all.length - MOST_SOURCES;
  return html`<details class="data">
    <summary>
      ${all.length === 1 ? "Show the source" : `Show the ${formatCount(all.length)} sources`}
    </summary>
    <div class="scroll" tabindex="0" role="region" aria-label="Sources">
      <table class="sources">
        <caption class="hidden-text">
          Sources
        </caption>
        <thead>
          <tr>
            <th scope="col">Name</th>
            <th scope="col">Format</th>
            <th scope="col">Size</th>
            <th scope="col">Invocations</th>
            <th scope="col">State</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>
    </div>
    ${rest > 0 && html`<p class="muted">And ${formatCount(rest)} more; <code>--format json</code> lists all.</p>`}
  </details>`;
}
