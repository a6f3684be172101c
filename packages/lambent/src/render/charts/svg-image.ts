import { html } from "../html/escape.ts";
import type { Html, HtmlPart } from "../html/escape.ts";

export interface SvgImage {
  /** What the picture is, for people who cannot see it. */
  readonly title: string;
  /** What it says, in words and figures. */
  readonly description: string;
  readonly heightPx: number;
  readonly className: string;
  readonly content: HtmlPart;
}

/** A picture as wide as its place: lengths across are in percent, lengths down in pixels. */
export function svgImage(image: SvgImage): Html {
  return html`<svg
    class="plot ${image.className}"
    role="img"
    width="100%"
    height="${image.heightPx}"
  >
    <title>${image.title}</title>
    <desc>${image.description}</desc>
    ${image.content}
  </svg>`;
}
