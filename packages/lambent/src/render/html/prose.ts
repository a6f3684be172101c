import { html } from "./escape.ts";
import type { Html } from "./escape.ts";

/** A sentence of a finding or a note: what stands between backticks becomes code, all of it escaped. */
export function prose(sentence: string): Html {
  const pieces = sentence.split("`");
  // An odd number of backticks leaves one without a partner: show the sentence as it is.
  if (pieces.length % 2 === 0) return html`${sentence}`;
  return html`${pieces.map((piece, index) => (index % 2 === 1 ? html`<code>${piece}</code>` : piece))}`;
}
