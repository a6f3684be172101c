import { rowEvent } from "../insights-results/row-event.ts";
import type { DecodeContext, Decoder, EventSink, LogFormat } from "../source.ts";
import { epochMsOf } from "../json/event-time.ts";
import { CsvRows } from "./csv-rows.ts";

const LONGEST_HEADER_BYTES = 4_096;

/**
 * CSV from the CloudWatch console: log events (`timestamp,message`, the time in milliseconds since the
 * epoch) or Logs Insights results (`@timestamp,@message`, …). Columns are found by their names.
 */
export const consoleCsv: LogFormat = {
  name: "console-csv",
  matches(head) {
    const columns = headerOf(head);
    if (columns.length < 2) return false;
    return (
      columns.includes("@message") ||
      (columns.includes("@requestId") && columns.includes("@duration")) ||
      (columns.includes("message") && columns.includes("timestamp"))
    );
  },
  createDecoder(context: DecodeContext, sink: EventSink): Decoder {
    let columns: readonly string[] | null = null;
    return new CsvRows({
      row(fields) {
        if (columns === null) {
          columns = fields.map((name) => name.trim());
          return;
        }
        // Files put together by hand repeat the header.
        if (fields.length === columns.length && fields.every((field, i) => field === columns?.[i]))
          return;
        const row = new Map(columns.map((name, i) => [name, fields[i] ?? ""]));
        // Behind a broken row lines of its message come as rows; a missing time or field tells.
        const isWhole = fields.length >= columns.length && (!hasTime(row) || isTimed(row));
        const event = isWhole ? rowEvent(row, context) : null;
        if (event !== null) sink.event(event);
        else sink.unreadable(fields.join(",").slice(0, 300));
      },
      broken: (sample) => sink.unreadable(sample),
    });
  },
};

function hasTime(row: ReadonlyMap<string, string>): boolean {
  return row.has("timestamp") || row.has("@timestamp");
}

function isTimed(row: ReadonlyMap<string, string>): boolean {
  return epochMsOf(row.get("@timestamp") ?? row.get("timestamp")) !== null;
}

function headerOf(head: Buffer): readonly string[] {
  const newline = head.indexOf(10);
  if (newline < 0 || newline > LONGEST_HEADER_BYTES) return [];
  if (/^\s*[[{]/.test(head.toString("latin1", 0, newline))) return [];
  let header: readonly string[] = [];
  const rows = new CsvRows({
    row: (fields) => (header = fields.map((name) => name.trim())),
    broken: () => undefined,
  });
  rows.write(head.subarray(0, newline));
  rows.end();
  return header;
}
