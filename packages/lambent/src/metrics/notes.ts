import type { Totals } from "../model/assessment.ts";
import type { TimeRange } from "../model/time-range.ts";
import type { FunctionFacts } from "./function-facts.ts";
import type { LogMetrics } from "./log-metrics.ts";
import type { MonthBasis } from "./month.ts";
import type { AssumedPlace } from "./pricing-basis.ts";

/** Sentences that a reader needs in order not to misread the figures. */
export function notesOf(
  log: LogMetrics,
  functions: readonly FunctionFacts[],
  totals: Totals,
  period: TimeRange | null,
  month: MonthBasis,
  place: AssumedPlace,
): string[] {
  return [
    ...nameNotes(functions),
    ...priceNotes(functions, totals, place),
    ...periodNotes(period, month, totals),
    ...coldNotes(totals),
    ...environmentNotes(functions),
    ...sampleNotes(log),
  ];
}

function nameNotes(functions: readonly FunctionFacts[]): string[] {
  const unnamed = functions
    .filter(({ summary }) => summary.name === null)
    .reduce((sum, { summary }) => sum + summary.invocations, 0);
  if (unnamed === 0) return [];
  const of = unnamed === 1 ? "1 invocation" : `${unnamed} invocations`;
  return [
    `The logs do not say of which function ${of} ${unnamed === 1 ? "is" : "are"}. Name it with --function NAME.`,
  ];
}

function priceNotes(
  functions: readonly FunctionFacts[],
  totals: Totals,
  place: AssumedPlace,
): string[] {
  const notes: string[] = [];
  const assumed = functions.filter(({ summary }) => summary.region === null);
  if (assumed.length > 0) {
    notes.push(
      `The log names no region for ${functionsOf(assumed.length)}: prices of ${place.assumedRegion} are used.`,
    );
  }
  const unnamed = functions.filter(({ summary }) => summary.architecture === null);
  if (unnamed.length > 0) {
    notes.push(
      `The log names no architecture for ${functionsOf(unnamed.length)}: prices of ${place.assumedArchitecture} are used.`,
    );
  }
  const unpriced = functions.filter(({ prices }) => prices === null);
  for (const region of new Set(
    unpriced.map(({ summary }) => summary.region ?? place.assumedRegion),
  )) {
    notes.push(
      `No dollar price is known for region ${region}: its functions are shown without cost.`,
    );
  }
  const unbilled = totals.costUnknown;
  if (unbilled > 0 && unpriced.length < functions.length) {
    notes.push(
      `The cost of ${unbilled} of ${totals.invocations} invocations is not known and is left out: their lines carry no billed duration or no memory size, or their region has no known price.`,
    );
  }
  if (totals.cost !== null) {
    notes.push(
      "Cost is duration and requests at the first volume tier, before the free tier. Provisioned concurrency, /tmp above 512 MB, SnapStart and streaming are not in the logs.",
    );
  }
  return notes;
}

function periodNotes(period: TimeRange | null, month: MonthBasis, totals: Totals): string[] {
  if (totals.invocations === 0) return [];
  if (period === null) return ["No line carries a time, so there are no figures per month."];
  if (month.undated) {
    return [
      "More than 1 % of the invocations carry no time, so there are no figures per month: the time they span is not known.",
    ];
  }
  if (month.factor === null) {
    return ["The logs cover less than an hour, so there are no figures per month."];
  }
  return [
    month.asked
      ? "Figures per month are 30 days at the traffic of the period that was asked for."
      : "Figures per month are 30 days at the traffic of these logs.",
  ];
}

function coldNotes(totals: Totals): string[] {
  if (totals.coldStartUnknown === 0) return [];
  return [
    `Of ${totals.coldStartUnknown} invocations it is not known whether they were cold; shares of cold starts leave them out.`,
  ];
}

function environmentNotes(functions: readonly FunctionFacts[]): string[] {
  const withoutStreams = functions.filter(({ summary }) => {
    const { memory } = summary;
    return memory !== null && memory.environments === null && summary.invocations > 1;
  });
  if (withoutStreams.length === 0) return [];
  return [
    `${functionsOf(withoutStreams.length)} came without log streams: their memory use is the greatest value seen.`,
  ];
}

function sampleNotes(log: LogMetrics): string[] {
  const { requestIds, spans, environments } = log.levels;
  const notes: string[] = [];
  const part = (level: number): string => `one in ${2 ** level}`;
  if (requestIds > 0) {
    notes.push(`Retries are an estimate: ${part(requestIds)} request ids were looked at.`);
  }
  if (spans > 0) {
    notes.push(
      `Concurrency and idle gaps are estimates: ${part(spans)} execution environments were looked at.`,
    );
  }
  if (environments > 0) {
    notes.push(
      `Memory used is an estimate: ${part(environments)} execution environments were looked at.`,
    );
  }
  return notes;
}

function functionsOf(n: number): string {
  return n === 1 ? "1 function" : `${n} functions`;
}
