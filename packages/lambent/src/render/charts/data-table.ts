import { html } from "../html/escape.ts";
import type { Html } from "../html/escape.ts";

/** The figures behind a picture, folded away: the text alternative of the chart. */
export function dataTable(
  caption: string,
  head: readonly string[],
  rows: readonly (readonly string[])[],
): Html {
  return html`<details class="data">
    <summary>Show as table</summary>
    <div class="scroll" tabindex="0" role="region" aria-label="${caption}">
      <table>
        <caption>
          ${caption}
        </caption>
        <thead>
          <tr>
            ${head.map((title) => html`<th scope="col">${title}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (row) =>
              html`<tr>
                ${row.map((cell, index) => (index === 0 ? html`<th scope="row"><bdi>${cell}</bdi></th>` : html`<td>${cell}</td>`))}
              </tr>`,
          )}
        </tbody>
      </table>
    </div>
  </details>`;
}
