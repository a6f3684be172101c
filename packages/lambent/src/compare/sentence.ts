import type { Change, FunctionSide, MeasureName } from "../model/comparison.ts";
import { FEWEST_VALUES } from "./change.ts";
import { percent, rangeOf, sizeOf } from "./figures.ts";

interface Wording {
  readonly noun: string;
  readonly plural?: true;
  readonly better: string;
  readonly worse: string;
}

const WORDING: Readonly<Record<MeasureName, Wording>> = {
  errorRate: { noun: "the error rate", better: "more reliable", worse: "less reliable" },
  durationP95: { noun: "p95", better: "faster", worse: "slower" },
  durationMean: {
    noun: "the mean duration",
    better: "faster on average",
    worse: "slower on average",
  },
  durationP50: {
    noun: "the median duration",
    better: "faster in the middle",
    worse: "slower in the middle",
  },
  durationP99: { noun: "p99", better: "faster at the slow end", worse: "slower at the slow end" },
  usdPerMillion: { noun: "the cost per million invocations", better: "cheaper", worse: "dearer" },
  usdPerMonth: { noun: "the cost per month", better: "cheaper", worse: "dearer" },
  initMean: { noun: "the mean init", better: "quicker to start", worse: "slower to start" },
  coldStartShare: {
    noun: "the share of cold starts",
    better: "fewer cold starts",
    worse: "more cold starts",
  },
  memoryUsed: { noun: "the memory used", better: "less memory", worse: "more memory" },
};

/** The most telling measure first: what fails, then what waits, then what costs. */
const TELLING = Object.keys(WORDING) as readonly MeasureName[];

/** What changed in a function, as one plain sentence. `confidence` is that of all intervals. */
export function sentenceOf(
  changes: readonly Change[],
  before: FunctionSide,
  after: FunctionSide,
  confidence: number,
): string {
  const ordered = TELLING.flatMap((name) => changes.filter((change) => change.measure === name));
  const told = tellingOf(ordered);
  if (told.length > 0) return `${capitalised(joined(told, confidence))}.`;
  const quiet = ordered.filter((change) => change.verdict === "inside the noise");
  // Of the error rate it is told only where nothing else is known: mostly it is 0 on both sides.
  const shown = quiet.find((change) => change.measure !== "errorRate") ?? quiet[0];
  if (shown !== undefined) return `No change beyond the noise: ${noise(shown, confidence)}.`;
  return (
    `Not enough data to judge: ${invocations(before)} before, ${invocations(after)} after; ` +
    `at least ${FEWEST_VALUES} are needed on each side.`
  );
}

/** Errors whatever else is, then the first measure that got worse and the first that got better. */
function tellingOf(ordered: readonly Change[]): readonly Change[] {
  const changed = ordered.filter(({ verdict }) => verdict === "worse" || verdict === "better");
  const errors = changed.find((change) => change.measure === "errorRate");
  const others = changed.filter((change) => change !== errors);
  const worse = others.find((change) => change.verdict === "worse");
  const better = others.find((change) => change.verdict === "better");
  return changed.filter((change) => change === errors || change === worse || change === better);
}

function joined(told: readonly Change[], confidence: number): string {
  return told
    .map((change, index) => {
      const before = told[index - 1];
      if (before === undefined) return clause(change, confidence);
      const word = before.verdict === change.verdict ? "and" : "but";
      return `; ${word} ${clause(change, confidence)}`;
    })
    .join("");
}

function clause(change: Change, confidence: number): string {
  const { measure, unit, difference, relative } = change;
  if (difference === null) return "";
  const { noun, better, worse } = WORDING[measure];
  const verb = difference.mid < 0 ? "fell" : "rose";
  const share = relative === null ? "" : `${percent(relative.mid)}, `;
  const interval = `${level(confidence)} interval ${rangeOf(difference.low, difference.high, unit)}`;
  const verdict = change.verdict === "better" ? better : worse;
  return `${noun} ${verb} by ${sizeOf(difference.mid, unit)} (${share}${interval}): ${verdict}`;
}

function noise({ measure, unit, difference }: Change, confidence: number): string {
  if (difference === null) return "";
  const { low, high } = difference;
  return `${WORDING[measure].noun} by ${rangeOf(low, high, unit)} (${level(confidence)} interval)`;
}

function level(confidence: number): string {
  return `${Number((confidence * 100).toFixed(2))} %`;
}

function invocations({ invocations: n }: FunctionSide): string {
  return `${n.toLocaleString("en-US")} ${n === 1 ? "invocation" : "invocations"}`;
}

function capitalised(text: string): string {
  // p95 and p99 are names and stay as they are.
  return /^p\d/.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);
}
