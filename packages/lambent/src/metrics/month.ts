import type { TimeRange } from "../model/time-range.ts";

const HOUR_MS = 3_600_000;
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

/** Calendar months (UTC) that a period touches; 1 where it is not known. */
export function calendarMonths(period: TimeRange | null): number {
  if (period === null) return 1;
  const start = new Date(period.startMs);
  const end = new Date(period.endMs);
  const years = end.getUTCFullYear() - start.getUTCFullYear();
  return years * 12 + end.getUTCMonth() - start.getUTCMonth() + 1;
}
