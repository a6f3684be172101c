import type { Assessment } from "../model/assessment.ts";
import { Problem } from "../model/problem.ts";
import { assess } from "./assess.ts";
import type { AssessmentInput } from "./assess.ts";
import { holdsStore } from "./holds-store.ts";
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

/** What to report on: logs, or a store: as `store` with no paths, or as the only path. */
export interface ReportSource {
  readonly paths: readonly string[];
  readonly store?: string;
}

/**
 * Logs, or a store → what was invoked, what it cost, what failed, what to do first.
 *
 * @throws Problem LAMBENT_PATH_NOT_FOUND, LAMBENT_UNKNOWN_REGION, LAMBENT_USAGE (a store among logs),
 * and those of opening a store
 */
export async function report(source: ReportSource, options: ReportOptions): Promise<Assessment> {
  needPrices(options);
  const store = source.store ?? (await storeAmong(source.paths));
  const input =
    store === null
      ? await readLogs(source.paths, options)
      : await (await import("./read-store.ts")).readStore(store, options.filter, options.progress);
  return assess(input, options, options.filter.range);
}

async function storeAmong(paths: readonly string[]): Promise<string | null> {
  for (const path of paths) {
    if (!(await holdsStore(path))) continue;
    if (paths.length === 1) return path;
    throw new Problem({
      code: "LAMBENT_USAGE",
      kind: "usage",
      message: `A report is of a store or of logs, not of both; ${path} is a store`,
      nextStep:
        "Report on it alone, or put the logs into it first: lambent ingest PATH --store FILE",
    });
  }
  return null;
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
