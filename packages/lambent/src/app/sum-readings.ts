import type { SourceSummary, UnreadSummary } from "../model/assessment.ts";
import type { ObjectReading } from "./read-object-invocations.ts";

const MOST_EXAMPLES = 5;

/** What could not be read or joined in one object. */
export function unreadOf({
  tally,
  duplicates,
}: Pick<ObjectReading, "tally" | "duplicates">): UnreadSummary {
  return {
    malformedReports: tally.malformedReports,
    examples: tally.examples,
    orphanFailures: tally.orphanFailures,
    unfinished: tally.unfinished,
    billingMismatches: tally.billingMismatches,
    droppedRecords: tally.droppedRecords,
    duplicates,
  };
}

/** Sums what could not be read over objects; the examples are the first five in their order. */
export function sumUnread(parts: readonly UnreadSummary[]): UnreadSummary {
  const sum = (key: Exclude<keyof UnreadSummary, "examples">): number =>
    parts.reduce((total, part) => total + part[key], 0);
  return {
    malformedReports: sum("malformedReports"),
    examples: parts.flatMap((part) => part.examples).slice(0, MOST_EXAMPLES),
    orphanFailures: sum("orphanFailures"),
    unfinished: sum("unfinished"),
    billingMismatches: sum("billingMismatches"),
    droppedRecords: sum("droppedRecords"),
    duplicates: sum("duplicates"),
  };
}

/** One line about an object for the report. */
export function sourceOf(reading: ObjectReading): SourceSummary {
  const { name, format, bytes, invocations, problem } = reading;
  return { name, format, bytes, invocations, problem };
}
