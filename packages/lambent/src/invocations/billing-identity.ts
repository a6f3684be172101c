import type { LAMBDA_INSIGHTS } from "../model/lambda-insights.ts";

/** The fields of a line that its billed duration can follow from. Milliseconds. */
export interface BilledLine {
  readonly durationMs: number;
  readonly billedDurationMs: number | null;
  readonly initDurationMs: number | null;
  readonly billedRestoreDurationMs: number | null;
}

/**
 * Every rule by which AWS has been seen to make the billed duration; the name is shown to people.
 * `lambda-insights` is no rule: there is no line, and the billed duration is the one that a Lambda
 * Insights event states.
 */
export type BillingIdentity =
  | "duration"
  | "duration-plus-init"
  | "duration-plus-restore"
  | "next-100-ms"
  | "next-100-ms-plus-init"
  | "timeout-cap"
  | "timeout-cap-plus-init"
  | typeof LAMBDA_INSIGHTS;

export interface BillingReading {
  /** Null where no rule gives the billed duration that the line states. */
  readonly identity: BillingIdentity | null;
  /** Whether init is inside the billed duration; null where there is no init or both readings fit. */
  readonly initBilled: boolean | null;
}

/**
 * Durations are printed with two decimals (three in JSON), so the true value lies within half of
 * the last place: 2.00 ms may be 2.004 ms, which is billed as 3.
 */
const PRINTED_ERROR_MS = 0.005;

/** Old-style timeouts run on for a moment after the limit, and the limit is what is billed. */
const LONGEST_TIMEOUT_OVERRUN_MS = 1_000;

/**
 * Says which rule the billed duration of a line follows: the next whole millisecond (since December
 * 2020) or the next 100 ms (before), with or without init, with the billed part of a SnapStart
 * restore, or capped at the timeout (old style: 45054.87 ms is billed as 45000).
 * Read from the line's own arithmetic, never from the calendar: in mid-August 2025 lines of both
 * kinds occur. Source: AWS Lambda pricing page; AWS compute blog, "AWS Lambda standardizes billing
 * for INIT phase" (2025); checked on public log lines.
 */
export function readBilling(line: BilledLine): BillingReading {
  const { billedDurationMs: billed, durationMs, initDurationMs: init } = line;
  if (billed === null) return { identity: null, initBilled: null };
  if (line.billedRestoreDurationMs !== null) {
    const fits = isNextStep(billed, durationMs + line.billedRestoreDurationMs, 2, 1);
    if (fits) return { identity: "duration-plus-restore", initBilled: null };
  }
  const without = isNextStep(billed, durationMs, 1, 1);
  if (init === null)
    return { identity: without ? "duration" : olderRule(line, billed), initBilled: null };
  const withInit = isNextStep(billed, durationMs + init, 2, 1);
  if (withInit) return { identity: "duration-plus-init", initBilled: without ? null : true };
  if (without) return { identity: "duration", initBilled: false };
  const older = olderRule(line, billed);
  const initBilled = older === null ? null : older.endsWith("-plus-init");
  return { identity: older, initBilled };
}

function olderRule(line: BilledLine, billed: number): BillingIdentity | null {
  const init = line.initDurationMs;
  if (isNextStep(billed, line.durationMs, 1, 100)) return "next-100-ms";
  if (init !== null && isNextStep(billed, line.durationMs + init, 2, 100))
    return "next-100-ms-plus-init";
  if (isCapped(billed, line.durationMs)) return "timeout-cap";
  // Init counts in full beside a capped duration, rounded up to a whole millisecond.
  if (init !== null && isCapped(billed - Math.ceil(init), line.durationMs))
    return "timeout-cap-plus-init";
  return null;
}

function isCapped(billed: number, durationMs: number): boolean {
  const overrun = durationMs - billed;
  return billed > 0 && billed % 1_000 === 0 && overrun > 0 && overrun < LONGEST_TIMEOUT_OVERRUN_MS;
}

/** Whether `billed` is `exact` rounded up to `stepMs`, given `terms` printed terms inside `exact`. */
function isNextStep(billed: number, exact: number, terms: number, stepMs: number): boolean {
  const slack = PRINTED_ERROR_MS * terms + 1e-6;
  const lowest = Math.max(1, Math.ceil((exact - slack) / stepMs)) * stepMs;
  const highest = Math.max(1, Math.ceil((exact + slack) / stepMs)) * stepMs;
  return billed === lowest || billed === highest;
}
