import { printableSentence } from "../format/printable.ts";

/**
 * Text of unknown origin as plain Markdown text on one line: no markup, no HTML, no links, no
 * images, no mentions (GitHub Flavored Markdown).
 */
export function markdownText(text: string): string {
  return printableSentence(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/[\\`*_{}[\]()#+!|~$^:-]/g, escapeSign)
    .replaceAll("@", "@<!-- -->");
}

/** Signs that only mean something at certain places stay readable elsewhere. */
function escapeSign(sign: string, offset: number, whole: string): string {
  if (sign === "-" || sign === "+" || sign === "#") return offset === 0 ? `\\${sign}` : sign;
  if (sign === "(" || sign === ")" || sign === "{" || sign === "}") return sign;
  if (sign === ":") return whole.startsWith("://", offset) ? "&#58;" : sign;
  return `\\${sign}`;
}

/** Text of unknown origin as a code span that cannot be left, also within a table. */
export function markdownCode(text: string): string {
  const safe = printableSentence(text);
  if (safe === "") return "";
  const longest = Math.max(0, ...[...safe.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = "`".repeat(longest + 1);
  const pad = safe.startsWith("`") || safe.endsWith("`") ? " " : "";
  return `${fence}${pad}${safe.replaceAll("|", "\\|")}${pad}${fence}`;
}
