import type { UnreadSummary } from "../model/assessment.ts";
import { formatCount } from "./format/count.ts";

/** What could not be read or joined, one sentence each; none where everything was. */
export function unreadSentences(unread: UnreadSummary): readonly string[] {
  const sentence = (count: number, one: string, many: string): readonly string[] =>
    count === 0 ? [] : [`${formatCount(count)} ${count === 1 ? one : many}`];
  return [
    ...sentence(
      unread.malformedReports,
      "line looks like a REPORT and cannot be read as one.",
      "lines look like a REPORT and cannot be read as one.",
    ),
    ...sentence(
      unread.orphanFailures,
      "failure line has no invocation in these logs.",
      "failure lines have no invocation in these logs.",
    ),
    ...sentence(
      unread.unfinished,
      "invocation was started and has no REPORT in these logs.",
      "invocations were started and have no REPORT in these logs.",
    ),
    ...sentence(
      unread.billingMismatches,
      "line has a billed duration that follows from no known rule.",
      "lines have a billed duration that follows from no known rule.",
    ),
    ...sentence(
      unread.droppedRecords,
      "log event was dropped before it was stored, says the Telemetry API.",
      "log events were dropped before they were stored, says the Telemetry API.",
    ),
    ...sentence(
      unread.duplicates,
      "record appears more than once and was counted once.",
      "records appear more than once and were counted once.",
    ),
  ];
}
