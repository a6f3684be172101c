import type { LogFormat } from "../source.ts";
import { CsvRows, SEPARATORS } from "./csv-rows.ts";
import { createCsvDecoder } from "./decoder.ts";

const LONGEST_HEADER_BYTES = 4_096;

/**
 * CSV from the CloudWatch console: log events (`timestamp,message`, the time in milliseconds since the
 * epoch) or Logs Insights results (`@timestamp,@message`, …). Columns are found by their names. What
 * went through a spreadsheet may have semicolons or tabs in place of the commas.
 */
export const consoleCsvFormats: readonly LogFormat[] = SEPARATORS.map((separator) => ({
  name: "console-csv",
  matches(head) {
    const columns = headerOf(head, separator);
    if (columns.length < 2) return false;
    return (
      columns.includes("@message") ||
      (columns.includes("@requestId") && columns.includes("@duration")) ||
      (columns.includes("message") && columns.includes("timestamp"))
    );
  },
  createDecoder: (context, sink) => createCsvDecoder(context, sink, separator),
}));

function headerOf(head: Buffer, separator: number): readonly string[] {
  const newline = head.indexOf(10);
  if (newline < 0 || newline > LONGEST_HEADER_BYTES) return [];
  if (/^\s*[[{]/.test(head.toString("latin1", 0, newline))) return [];
  let header: readonly string[] = [];
  const rows = new CsvRows(
    {
      row: (fields) => (header = fields.map((name) => name.trim())),
      broken: () => undefined,
    },
    separator,
  );
  rows.write(head.subarray(0, newline));
  rows.end();
  return header;
}
