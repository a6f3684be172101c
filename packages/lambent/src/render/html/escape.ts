import { printableLines } from "../format/printable.ts";

/** Markup that is safe to put into a page as it is. Made by `html` and `trusted` only. */
export class Html {
  readonly markup: string;

  constructor(markup: string) {
    this.markup = markup;
  }
}

/** What may stand in a template: text is escaped, markup is not, nothing leaves nothing. */
export type HtmlPart = Html | string | number | null | undefined | false | readonly HtmlPart[];

/**
 * Text for an element or a quoted attribute. Escapes markup and makes control and bidirectional
 * characters visible; line breaks stay.
 */
export function escapeHtml(text: string): string {
  return printableLines(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;")
    .replaceAll("'", "&#39;");
}

/** A template that escapes by default: html`<p title="${text}">${text}</p>`. */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  const fixed = withoutIndent(strings);
  let markup = fixed[0] ?? "";
  parts.forEach((part, index) => {
    markup += markupOf(part) + (fixed[index + 1] ?? "");
  });
  return new Html(markup);
}

const fixedParts = new WeakMap<TemplateStringsArray, readonly string[]>();

/** Templates are indented for people who read the source; pages need one line break at most. */
function withoutIndent(strings: TemplateStringsArray): readonly string[] {
  const known = fixedParts.get(strings);
  if (known !== undefined) return known;
  const fixed = strings.map((part) => part.replace(/\n\s*/g, "\n"));
  fixedParts.set(strings, fixed);
  return fixed;
}

/** For constants of this repository only, never for anything that was read. */
export function trusted(markup: string): Html {
  return new Html(markup);
}

function markupOf(part: HtmlPart): string {
  if (part === null || part === undefined || part === false) return "";
  if (part instanceof Html) return part.markup;
  if (typeof part === "number") return String(part);
  if (typeof part === "string") return escapeHtml(part);
  return part.map(markupOf).join("");
}
