import type { Assessment } from "../model/assessment.ts";
import { assess } from "./assess.ts";
import type { AssessmentInput } from "./assess.ts";
import { needPrices } from "./need-prices.ts";
import type { PriceAssumption } from "./need-prices.ts";
import { readAccount } from "./read-account.ts";
import type { ReadProgress } from "./read-account.ts";
import type { ReadFilter } from "./read-object-invocations.ts";
import { sourceOf, sumUnread, unreadOf } from "./sum-readings.ts";

export interface ReportOptions extends PriceAssumption {
  readonly filter: ReadFilter;
  readonly progress: ReadProgress;
}

/** What to report on: logs, or a store (with no paths). */
export interface ReportSource {
  readonly paths: readonly string[];
  readonly store?: string;
}

/**
 * Logs, or a store → what was invoked, what it cost, what failed, what to do first.
 *
 * @throws Problem LAMBENT_PATH_NOT_FOUND, LAMBENT_UNKNOWN_REGION, and those of opening a store
 */
export async function report(source: ReportSource, options: ReportOptions): Promise<Assessment> {
  needPrices(options);
  const input =
    source.store === undefined
      ? await readLogs(source.paths, options)
      : await (
          await import("./read-store.ts")
        ).readStore(source.store, options.filter, options.progress);
  return assess(input, options);
}

async function readLogs(
  paths: readonly string[],
  options: ReportOptions,
): Promise<AssessmentInput> {
  const { account, readings, unreadable, seenFull } = await readAccount(
    paths,
    options.filter,
    options.progress,
  );
  const notes = seenFull
    ? [
        "There are so many invocations that records which stand in the sources twice may have been counted twice.",
      ]
    : [];
  return {
    account,
    sources: [
      ...readings.map(sourceOf),
      ...unreadable.map(({ name, problem }) => ({
        name,
        format: "unreadable",
        bytes: 0,
        invocations: 0,
        problem,
      })),
    ],
    unread: sumUnread(readings.map(unreadOf)),
    notes,
  };
}
