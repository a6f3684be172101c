import type { Interval } from "../../model/interval.ts";
import { html } from "../html/escape.ts";
import type { Html } from "../html/escape.ts";
import { percent } from "./percent.ts";
import { svgImage } from "./svg-image.ts";

/** An interval on an axis from 0 (or the lowest value) to `top`: a span with its middle marked. */
export function intervalBar(
  interval: Interval,
  top: number,
  title: string,
  description: string,
): Html {
  const bottom = Math.min(0, interval.low);
  const length = Math.max(top, interval.high) - bottom;
  const place = (value: number): string =>
    percent(length > 0 ? 0.015 + 0.97 * ((value - bottom) / length) : 0);
  return svgImage({
    title,
    description,
    heightPx: 22,
    className: "interval",
    content: html`<line class="track" x1="0" x2="100%" y1="11" y2="11" /><line
        class="span"
        x1="${place(interval.low)}"
        x2="${place(interval.high)}"
        y1="11"
        y2="11"
      /><circle class="mid" cx="${place(interval.mid)}" cy="11" r="6" />`,
  });
}
