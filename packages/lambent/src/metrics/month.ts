import type { TimeRange } from "../model/time-range.ts";

const HOUR_MS = 3_600_000;
/** More than this share of invocations without a time: the time they span is not known. */
const MOST_UNDATED = 0.01;
const DAY_MS = 24 * HOUR_MS;
/** A month is 30 days here, as in AWS's own pricing examples. */
export const MONTH_MS: number = 30 * DAY_MS;

/**
 * What to multiply a sum over a period by to get 30 days at the same traffic.
 * Null where the period is unknown or shorter than an hour: that says nothing about a month.
 */
export function monthFactor(period: TimeRange | null): number | null {
  if (period === null) return null;
  const lengthMs = period.endMs - period.startMs;
  return lengthMs < HOUR_MS ? null : MONTH_MS / lengthMs;
}

/** From what was seen to 30 days, and why not. */
export interface MonthBasis {
  readonly factor: number | null;
  /** Too many invocations carry no time. */
  readonly undated: boolean;
  /** The period that was asked for is the basis, not that of the log. */
  readonly asked: boolean;
}

/**
 * The basis of figures per month. Traffic that was asked for from one time to another took that
 * long, however soon the last of it came.
 */
export function monthBasis(
  period: TimeRange | null,
  asked: TimeRange | null,
  counts: { readonly invocations: number; readonly undated: number },
): MonthBasis {
  const undated = period !== null && counts.undated > counts.invocations * MOST_UNDATED;
  if (undated || period === null) return { factor: null, undated, asked: false };
  if (asked === null) return { factor: monthFactor(period), undated, asked: false };
  const { startMs } = asked;
  const endMs = Math.max(asked.endMs, period.endMs);
  return { factor: monthFactor({ startMs, endMs }), undated, asked: true };
}

/** Calendar months (UTC) that a period touches; 1 where it is not known. */
export function calendarMonths(period: TimeRange | null): number {
  if (period === null) return 1;
  const start = new Date(period.startMs);
  const end = new Date(period.endMs);
  const years = end.getUTCFullYear() - start.getUTCFullYear();
  return years * 12 + end.getUTCMonth() - start.getUTCMonth() + 1;
}
