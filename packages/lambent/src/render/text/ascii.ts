/** The signs our own texts use, in ASCII. Everything else outside ASCII becomes `?`. */
const REPLACEMENTS: Readonly<Record<string, string>> = {
  "–": "-",
  "−": "-",
  "…": "...",
  "·": "|",
  "→": "->",
  "’": "'",
  "“": '"',
  "”": '"',
  "×": "x",
  "≤": "<=",
  "≥": ">=",
  "≈": "~",
};

/** Text for a terminal that knows ASCII only. */
export function toAscii(text: string): string {
  // eslint-disable-next-line no-control-regex
  return text.replace(/[^\u0000-\u007f]/gu, (char) => REPLACEMENTS[char] ?? "?");
}
