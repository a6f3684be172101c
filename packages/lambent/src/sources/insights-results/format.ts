import { jsonHead } from "../json/json-head.ts";
import { JsonValues } from "../json/json-values.ts";
import { jsonFilter } from "../json/needles.ts";
import { isJsonObject, parseJson } from "../json/parse-json.ts";
import type { DecodeContext, Decoder, EventSink, LogFormat } from "../source.ts";
import { HeldRows } from "./held-rows.ts";
import { rowEvent, rowOf } from "./row-event.ts";

const NUMBERS_OF_REPORT = Buffer.from("@duration");

/**
 * Results of a Logs Insights query: what GetQueryResults answers, `{"results": [[{field, value}]]}`,
 * or the rows as objects, as the console exports them. Rows are read one by one.
 */
export const insightsResults: LogFormat = {
  name: "insights-results",
  matches(head) {
    const { first } = jsonHead(head);
    const rows = isJsonObject(first) ? first["results"] : first;
    if (!Array.isArray(rows)) return false;
    const row = rows[0] as unknown;
    if (row === undefined)
      return isJsonObject(first) && ("statistics" in first || "status" in first);
    if (isJsonObject(row)) return Object.keys(row).some((key) => key.startsWith("@"));
    // An answer that is cut off in its first cell has an empty row.
    return isJsonObject(first)
      ? Array.isArray(row)
      : Array.isArray(row) && row.length > 0 && rowOf(row) !== null;
  },
  createDecoder(context: DecodeContext, sink: EventSink): Decoder {
    const matters = jsonFilter(sink);
    const rows = new HeldRows((event) => sink.event(event));
    const unreadable = (bytes: Buffer): void => sink.unreadable(bytes.toString("utf8", 0, 300));
    const read = (bytes: Buffer): void => {
      if (matters !== null && !matters(bytes) && !bytes.includes(NUMBERS_OF_REPORT)) return;
      const row = rowOf(parseJson(bytes));
      const event = row === null ? null : rowEvent(row, context);
      if (row !== null && event !== null) rows.add(row, event);
      else unreadable(bytes);
    };
    const values = new JsonValues(
      {
        // A page without results says only how the query fared.
        value: (bytes) => (bytes.includes('"statistics"') ? undefined : read(bytes)),
        element: read,
        garbage: unreadable,
      },
      { arrays: ["results"], openOutermost: true, resume: "object" },
    );
    return {
      write: (chunk) => values.write(chunk),
      end() {
        values.end();
        rows.end();
      },
    };
  },
};
