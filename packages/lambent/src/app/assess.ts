import { advise } from "../advice/advise.ts";
import { summarise } from "../metrics/summarise.ts";
import type { Architecture } from "../model/architecture.ts";
import type { Assessment, SourceSummary, UnreadSummary } from "../model/assessment.ts";
import { ASSESSMENT_VERSION } from "../model/assessment.ts";
import { Problem } from "../model/problem.ts";
import { pricesFor, PRICED_REGIONS } from "../pricing/price-book.ts";
import type { LogAccount } from "./log-account.ts";

/** Which prices to use where a log does not say where it ran. */
export interface PriceAssumption {
  readonly region: string;
  readonly architecture: Architecture;
}

export interface AssessmentInput {
  readonly account: LogAccount;
  readonly sources: readonly SourceSummary[];
  readonly unread: UnreadSummary;
  readonly notes: readonly string[];
}

/**
 * What was read of logs or of a store → the one result that every renderer reads. The same
 * invocations give the same assessment, however they were read.
 *
 * @throws Problem LAMBENT_UNKNOWN_REGION
 */
export function assess(input: AssessmentInput, assumed: PriceAssumption): Assessment {
  needPrices(assumed);
  const summary = summarise(input.account.metrics, {
    assumedRegion: assumed.region,
    assumedArchitecture: assumed.architecture,
    prices: pricesFor,
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
    errorGroups: input.account.errors.result(),
    notes: [...summary.notes, ...input.notes],
  };
}

function needPrices({ region, architecture }: PriceAssumption): void {
  if (pricesFor(region, architecture) !== null) return;
  throw new Problem({
    code: "LAMBENT_UNKNOWN_REGION",
    kind: "usage",
    message: `The prices of region "${region}" are not known`,
    nextStep: `Known regions: ${PRICED_REGIONS.join(", ")}.`,
  });
}
