import { printable } from "./format/printable.ts";

/** What can stand in a field of a CSV file. */
export type CsvValue = string | number | boolean | null;

/**
 * One field as RFC 4180 has it; null and what is not finite are empty. Text that a spreadsheet would
 * take for a formula gets an apostrophe in front (OWASP, "CSV Injection"). Characters that could drive
 * a terminal are shown as `\x1b`: CSV is read there, too.
 */
export function csvField(value: CsvValue): string {
  if (value === null) return "";
  if (typeof value === "boolean") return String(value);
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : "";
  // Spreadsheets skip blanks before the sign that starts a formula.
  const inert = value.replace(/[^\t\r\n]+/g, (run) => printable(run));
  const safe = /^(?:\s*[=+\-@]|[\t\r\n])/.test(inert) ? `'${inert}` : inert;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
