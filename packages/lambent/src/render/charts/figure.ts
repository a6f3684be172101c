import { html } from "../html/escape.ts";
import type { Html, HtmlPart } from "../html/escape.ts";

export interface ChartFigure {
  readonly id: string;
  readonly title: string;
  /** What the reader should see in it, one or two sentences. */
  readonly said: string;
  readonly className: string;
  readonly body: HtmlPart;
}

/** The frame around a chart: title, what it says, the picture, the table behind it. */
export function chartFigure(figure: ChartFigure): Html {
  return html`<figure
    class="card chart ${figure.className}"
    id="${figure.id}"
    aria-labelledby="${figure.id}-title"
  >
    <figcaption>
      <h3 id="${figure.id}-title">${figure.title}</h3>
      <p class="said">${figure.said}</p>
    </figcaption>
    ${figure.body}
  </figure>`;
}
