import { consoleCsvFormats } from "./console-csv/format.ts";
import { filterLogEvents, getLogEvents } from "./filter-log-events/format.ts";
import { firehose } from "./firehose/format.ts";
import { insightsResults } from "./insights-results/format.ts";
import { jsonLines, mixedLines } from "./json-lines/format.ts";
import { liveTail } from "./live-tail/format.ts";
import type { LogFormat } from "./source.ts";
import { subscriptionFilter } from "./subscription-filter/format.ts";
import { textFormats } from "./text-lines/formats.ts";

/** Bytes that a format is judged by, at most. */
export const HEAD_BYTES = 65_536;

const emptyFormat: LogFormat = {
  name: "empty",
  matches: (head) => isEmpty(head),
  createDecoder: () => ({ write: () => undefined, end: () => undefined }),
};

/** The first that matches is taken: from the most particular to plain text, which takes anything. */
const FORMATS: readonly LogFormat[] = [
  emptyFormat,
  firehose,
  subscriptionFilter,
  liveTail,
  insightsResults,
  getLogEvents,
  filterLogEvents,
  jsonLines,
  mixedLines,
  ...consoleCsvFormats,
  ...textFormats,
];

/** Judges the form of a source by its first plain bytes (at most `HEAD_BYTES`), never by its name. */
export function detectFormat(head: Buffer): LogFormat {
  const seen = head.subarray(0, HEAD_BYTES);
  return FORMATS.find((format) => format.matches(seen)) ?? emptyFormat;
}

function isEmpty(head: Buffer): boolean {
  return head.every((byte) => byte <= 0x20);
}
