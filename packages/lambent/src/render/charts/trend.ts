import { html } from "../html/escape.ts";
import type { Html } from "../html/escape.ts";

const WIDTH = 112;
const HEIGHT = 22;

/** A small picture of values over time, for a table cell. */
export function trend(values: readonly number[], title: string, description: string): Html | null {
  const most = Math.max(0, ...values);
  if (values.length < 2 || most === 0) return null;
  const step = WIDTH / values.length;
  const bars = values
    .map((value, index) => {
      const height = value > 0 ? Math.max(1, (value / most) * HEIGHT) : 0;
      return `M${(index * step).toFixed(1)} ${HEIGHT}v${(-height).toFixed(1)}h${(step * 0.8).toFixed(1)}V${HEIGHT}z`;
    })
    .join("");
  return html`<svg class="trend" role="img" viewBox="0 0 ${WIDTH} ${HEIGHT}">
    <title>${title}</title>
    <desc>${description}</desc>
    <path class="bin-invocations" d="${bars}" />
  </svg>`;
}
