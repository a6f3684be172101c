import { trusted } from "../html/escape.ts";
import type { Html } from "../html/escape.ts";

/** Hatching, so that parts differ by more than their colour. Drawn once a page, used by style rules. */
export const PATTERNS: Html = trusted(
  '<svg class="defs" aria-hidden="true" focusable="false"><defs>' +
    '<pattern id="p-init" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">' +
    '<rect class="p-init-ground" width="6" height="6"/><line class="p-line" x1="0" y1="0" x2="0" y2="6"/></pattern>' +
    '<pattern id="p-failed" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">' +
    '<rect class="p-failed-ground" width="6" height="6"/><path class="p-line" d="M0 0V6M0 0H6"/></pattern>' +
    "</defs></svg>",
);
