import type {
  Change,
  ComparedFunction,
  Comparison,
  MeasureName,
  MeasureUnit,
} from "../model/comparison.ts";
import { formatCount } from "./format/count.ts";
import { formatDurationShort } from "./format/duration.ts";
import { grouped } from "./format/grouped.ts";
import { formatMb } from "./format/memory.ts";
import { formatUsd } from "./format/money.ts";
import { formatShare } from "./format/share.ts";
import { UNKNOWN } from "./format/unknown.ts";
import { functionLabel } from "../model/function-label.ts";

/** What a measure is called in a table. */
export const MEASURE_TITLES: Readonly<Record<MeasureName, string>> = {
  durationMean: "Duration, mean",
  durationP50: "Duration, p50",
  durationP95: "Duration, p95",
  durationP99: "Duration, p99",
  initMean: "Init, mean",
  coldStartShare: "Cold starts",
  errorRate: "Errors",
  memoryUsed: "Memory used",
  usdPerMillion: "Cost per million",
  usdPerMonth: "Cost per month",
};

/** One row of a table of changes, as text. */
export interface ChangeRow {
  readonly measure: string;
  readonly before: string;
  readonly after: string;
  readonly change: string;
  readonly interval: string;
  readonly verdict: string;
}

export function changeRow(change: Change): ChangeRow {
  const { unit, difference, relative } = change;
  const share = relative === null ? "" : ` (${signed(relative.mid, "percent")})`;
  return {
    measure: MEASURE_TITLES[change.measure],
    before: value(change.before, unit),
    after: value(change.after, unit),
    change: difference === null ? UNKNOWN : `${signed(difference.mid, unit)}${share}`,
    interval:
      difference === null
        ? UNKNOWN
        : `${signed(difference.low, unit)} to ${signed(difference.high, unit)}`,
    verdict: change.verdict,
  };
}

/** How many functions have which verdict: `1 worse, 2 better, 5 inside the noise`. */
export function verdictCounts({ functions, added, removed }: Comparison): string {
  const verdicts = functions.map((one) => one.verdict);
  const counts = [...new Set(verdicts)].map(
    (verdict) => `${formatCount(verdicts.filter((other) => other === verdict).length)} ${verdict}`,
  );
  if (added.length > 0) counts.push(`${formatCount(added.length)} added`);
  if (removed.length > 0) counts.push(`${formatCount(removed.length)} removed`);
  return counts.join(", ");
}

/** What the level of the intervals means, one sentence. */
export function levelSentence({ confidence, intervals }: Comparison): string {
  const level = `${grouped(confidence * 100)} %`;
  return intervals <= 1
    ? `The interval of a difference holds the true one with ${level}.`
    : `All ${formatCount(intervals)} intervals hold together with ${level}; a change whose interval includes 0 is called inside the noise.`;
}

function value(figure: number | null, unit: MeasureUnit): string {
  if (figure === null) return UNKNOWN;
  if (unit === "ms") return formatDurationShort(figure);
  if (unit === "MB") return formatMb(figure);
  return unit === "USD" ? formatUsd(figure) : formatShare(figure);
}

/** A difference with its sign; differences of shares in percentage points (`pt`). */
function signed(difference: number, unit: MeasureUnit | "percent"): string {
  const size = Math.abs(difference);
  const text = unit === "share" || unit === "percent" ? points(size, unit) : value(size, unit);
  // What is shown as nothing has no direction.
  if (!/[1-9]/.test(text)) return text;
  return `${difference < 0 ? "−" : "+"}${text}`;
}

function points(size: number, unit: "share" | "percent"): string {
  const scaled = size * 100;
  const text = grouped(scaled, scaled === 0 || scaled >= 9.95 ? 0 : scaled < 0.095 ? 2 : 1);
  return `${text} ${unit === "share" ? "pt" : "%"}`;
}

/** Verdicts that prove no change. */
const QUIET: readonly ComparedFunction["verdict"][] = ["inside the noise", "not enough data"];

/** Whether a change of this function, for better or worse, is proved. */
export function isChanged({ verdict }: ComparedFunction): boolean {
  return !QUIET.includes(verdict);
}

/** Names a function; its region only where the comparison holds more than one. Not yet safe to print. */
export function labelIn(
  { functions, added, removed }: Comparison,
  { name, region }: Pick<ComparedFunction, "name" | "region">,
): string {
  const known = [...functions, ...added, ...removed].flatMap((one) => one.region ?? []);
  const place = region === null || new Set(known).size < 2 ? "" : ` (${region})`;
  return `${functionLabel(name)}${place}`;
}
