import { trusted } from "./escape.ts";
import type { Html } from "./escape.ts";

const SHAPES =
  '<rect width="32" height="32" rx="8" fill="#16324f"/>' +
  '<path d="M9 25L16.4 12.6M10.6 7.5h2.6c1.2 0 2 .6 2.5 1.7L21.6 23c.4 1 1 1.6 2 1.6" fill="none" stroke="#f2b84b" stroke-width="2.8" stroke-linecap="round"/>';

/** The mark of Lambent: a lambda that glows. */
export const LOGO: Html = trusted(
  `<svg class="mark-logo" viewBox="0 0 32 32" aria-hidden="true" focusable="false">${SHAPES}</svg>`,
);

/** The same as an address that needs no request. */
export const ICON_ADDRESS: string = `data:image/svg+xml,${encodeURIComponent(
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${SHAPES}</svg>`,
)}`;
