import {
  COMPARISON_VERSION,
  type Change,
  type ComparedFunction,
  type ComparedSide,
  type Comparison,
  type FunctionSide,
  type LoneFunction,
} from "../model/comparison.ts";
import type { TimeRange } from "../model/time-range.ts";
import { changeOf, isJudged, perMonth } from "./change.ts";
import { FEWEST_BLOCKS } from "./dependence.ts";
import { MEASURE_LIST } from "./measure-list.ts";
import type { FunctionMeasurements, Measurements } from "./measurements.ts";
import { pairFunctions, type Pairing } from "./pairing.ts";
import { sentenceOf } from "./sentence.ts";

const HOUR_MS = 3_600_000;
const MONTH_MS = 30 * 24 * HOUR_MS;
/** Chance that all intervals of one comparison are right together. */
const CONFIDENCE = 0.95;

const ORDER: readonly ComparedFunction["verdict"][] = [
  "worse",
  "mixed",
  "better",
  "inside the noise",
  "not enough data",
];

/**
 * What changed from one set of invocations to another, for each function.
 *
 * Every difference has an interval; a difference counts as better or worse where its interval
 * leaves out 0. The intervals share a doubt of 5 % (Bonferroni: Dunn, Journal of the American
 * Statistical Association 56, 1961), so the chance that a comparison in which nothing changed
 * calls anything better or worse is at most about 5 %, however many functions it has.
 */
export function compareMeasurements(before: Measurements, after: Measurements): Comparison {
  const pairing = pairFunctions(before.functions, after.functions);
  const intervals = judgedIn(pairing);
  const intervalConfidence = 1 - (1 - CONFIDENCE) / Math.max(1, intervals);
  const functions = pairing.pairs
    .map(([one, other]) => comparePair(one, other, intervalConfidence, after.period))
    .toSorted((a, b) => ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) || byWeight(a, b));
  return {
    schemaVersion: COMPARISON_VERSION,
    kind: "comparison",
    before: sideOf(before),
    after: sideOf(after),
    confidence: CONFIDENCE,
    intervalConfidence,
    intervals,
    functions,
    added: pairing.added.map(loneOf).toSorted(byName),
    removed: pairing.removed.map(loneOf).toSorted(byName),
    notes: notesOf(before, after, pairing),
  };
}

function judgedIn({ pairs }: Pairing): number {
  const judged = pairs.map(
    ([one, other]) => MEASURE_LIST.filter((measure) => isJudged(measure, one, other)).length,
  );
  return judged.reduce((sum, count) => sum + count, 0);
}

function comparePair(
  before: FunctionMeasurements,
  after: FunctionMeasurements,
  confidence: number,
  period: TimeRange | null,
): ComparedFunction {
  const changes = MEASURE_LIST.map((one) => changeOf(one, before, after, confidence)).filter(
    (change): change is Change => change !== null,
  );
  const perMillion = changes.find((change) => change.measure === "usdPerMillion");
  const monthly = period === null ? null : monthlyInvocations(after.invocations, period);
  if (perMillion !== undefined && monthly !== null) changes.push(perMonth(perMillion, monthly));
  const earlier = functionSide(before);
  const later = functionSide(after);
  return {
    name: after.name,
    region: before.region === after.region ? after.region : null,
    verdict: overall(changes),
    sentence: sentenceOf(changes, earlier, later, CONFIDENCE),
    before: earlier,
    after: later,
    changes,
  };
}

/** Null for periods under an hour: a month is too far from there. */
function monthlyInvocations(invocations: number, period: TimeRange): number | null {
  const lengthMs = period.endMs - period.startMs;
  return lengthMs < HOUR_MS ? null : (invocations / lengthMs) * MONTH_MS;
}

function overall(changes: readonly Change[]): ComparedFunction["verdict"] {
  const has = (verdict: string): boolean => changes.some((change) => change.verdict === verdict);
  if (has("worse")) return has("better") ? "mixed" : "worse";
  if (has("better")) return "better";
  return has("inside the noise") ? "inside the noise" : "not enough data";
}

function functionSide(one: FunctionMeasurements): FunctionSide {
  const { invocations, memorySizesMb, architectures } = one;
  return { invocations, memorySizesMb, architectures };
}

function sideOf({ name, period, functions }: Measurements): ComparedSide {
  const invocations = functions.reduce((sum, one) => sum + one.invocations, 0);
  return { name, period, functions: functions.length, invocations };
}

function loneOf({ name, region, invocations, costNanoUsd }: FunctionMeasurements): LoneFunction {
  const usdPerMillion = costNanoUsd.count === 0 ? null : costNanoUsd.mean / 1e3;
  return { name, region, invocations, usdPerMillion };
}

function byWeight(a: ComparedFunction, b: ComparedFunction): number {
  const weight = ({ changes, after }: ComparedFunction): number =>
    (changes.find((change) => change.measure === "usdPerMillion")?.after ?? 0) * after.invocations;
  return weight(b) - weight(a) || byName(a, b);
}

function byName(
  a: { readonly name: string | null; readonly region: string | null },
  b: { readonly name: string | null; readonly region: string | null },
): number {
  const key = (one: typeof a): string => `${one.name ?? ""}\n${one.region ?? ""}`;
  return key(a) < key(b) ? -1 : 1;
}

function notesOf(before: Measurements, after: Measurements, { pairs }: Pairing): string[] {
  const notes = [...new Set([...before.notes, ...after.notes])];
  const overlap =
    before.period !== null &&
    after.period !== null &&
    before.period.startMs <= after.period.endMs &&
    after.period.startMs <= before.period.endMs;
  if (overlap)
    notes.push(
      "The two sides overlap in time. That is right for two versions; invocations that are on both sides would hide a change.",
    );
  const short = pairs.filter(
    ([one, other]) => Math.min(one.blocks.length, other.blocks.length) < FEWEST_BLOCKS,
  ).length;
  if (short > 0) {
    notes.push(
      `For ${short} of ${pairs.length} functions the invocations were taken as independent, ` +
        "because there are too few stretches of time to tell otherwise; the intervals may be too narrow.",
    );
  }
  return notes;
}
