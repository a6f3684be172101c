import { advise } from "../advice/advise.ts";
import { summarise } from "../metrics/summarise.ts";
import type { Assessment, SourceSummary, UnreadSummary } from "../model/assessment.ts";
import { ASSESSMENT_VERSION } from "../model/assessment.ts";
import type { TimeRange } from "../model/time-range.ts";
import { pricesFor } from "../pricing/price-book.ts";
import type { LogAccount } from "./log-account.ts";
import { needPrices } from "./need-prices.ts";
import type { PriceAssumption } from "./need-prices.ts";

/** Largest time that a date can hold, ms (ECMA-262, "Time Values"). */
const LAST_TIME_MS = 8.64e15;

export interface AssessmentInput {
  readonly account: LogAccount;
  readonly sources: readonly SourceSummary[];
  readonly unread: UnreadSummary;
  readonly notes: readonly string[];
}

/**
 * What was read of logs or of a store → the one result that every renderer reads. The same
 * invocations give the same assessment, however they were read. `asked` is the period that was asked
 * for: where both its ends were, figures per month stand on it.
 *
 * @throws Problem LAMBENT_UNKNOWN_REGION
 */
export function assess(
  input: AssessmentInput,
  assumed: PriceAssumption,
  asked: TimeRange | null = null,
): Assessment {
  needPrices(assumed);
  const account = input.account.settled();
  const summary = summarise(account.metrics, {
    assumedRegion: assumed.region,
    assumedArchitecture: assumed.architecture,
    prices: pricesFor,
    asked: asked !== null && isClosed(asked) ? asked : null,
  });
  return {
    schemaVersion: ASSESSMENT_VERSION,
    kind: "report",
    period: summary.period,
    sources: input.sources,
    unread: input.unread,
    pricing: summary.pricing,
    totals: summary.totals,
    functions: summary.functions.map((one) => one.summary),
    findings: advise(summary),
    errorGroups: account.errors.result(),
    notes: [...summary.notes, ...account.notes, ...input.notes],
  };
}

/** Whether both ends were asked for; the open one lies at the end of what a date can hold. */
function isClosed({ startMs, endMs }: TimeRange): boolean {
  return startMs > -LAST_TIME_MS && endMs < LAST_TIME_MS;
}
