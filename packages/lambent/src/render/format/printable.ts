/**
 * Characters that could drive a terminal, reorder the text around them or hide in it: controls
 * (C0, DEL, C1), bidirectional marks, embeddings and isolates, zero-width characters, line and
 * paragraph separators, tag characters, lone surrogates. Zero width joiner (U+200D) stays: emoji
 * and several scripts need it.
 * Source: Unicode Technical Report 36 (security), 39; "Trojan Source" (Boucher, Anderson 2021).
 */
const DANGEROUS: RegExp =
  // eslint-disable-next-line no-control-regex -- control characters are what it is for
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|\p{Cs}/gu;

/** Text of unknown origin on one line, with dangerous characters shown as `\x1b` or `\u202e`. */
export function printable(text: string): string {
  return text.replace(DANGEROUS, visible);
}

/** Like `printable`, but keeps line breaks (as `\n`) and tabs (as two blanks). */
export function printableLines(text: string): string {
  return text
    .split(/\r\n|\n|\r/)
    .map((line) => printable(line.replaceAll("\t", "  ")))
    .join("\n");
}

/** Text of unknown origin as one sentence: runs of line breaks, tabs and blanks become one blank. */
export function printableSentence(text: string): string {
  return printable(text.replace(/[\t\n\r ]+/g, " ").trim());
}

/** Like `printable` for text within a JSON string: the escapes keep the value as it is. */
export function escapeInJson(json: string): string {
  return json.replace(DANGEROUS, (char) => (char === "\n" ? char : utf16Escapes(char)));
}

function visible(char: string): string {
  if (char === "\n") return "\\n";
  if (char === "\r") return "\\r";
  if (char === "\t") return "\\t";
  const code = char.codePointAt(0) ?? 0;
  if (code <= 0xff) return `\\x${code.toString(16).padStart(2, "0")}`;
  return code <= 0xffff ? `\\u${code.toString(16).padStart(4, "0")}` : `\\u{${code.toString(16)}}`;
}

function utf16Escapes(char: string): string {
  let escaped = "";
  for (let index = 0; index < char.length; index += 1) {
    escaped += `\\u${char.charCodeAt(index).toString(16).padStart(4, "0")}`;
  }
  return escaped;
}
