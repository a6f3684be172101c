import type { Interval } from "../model/interval.ts";

/**
 * Interval of `after − before` of two independent quantities from their own intervals, each of the
 * confidence wanted for the difference. Needs nothing but the two intervals, and keeps their
 * lopsidedness.
 * Source: square-and-add (MOVER): Newcombe, Statistics in Medicine 17, 1998, 873–890, method 10,
 * for shares; Zou and Donner, Statistics in Medicine 27, 2008, for anything with an interval.
 */
export function differenceInterval(before: Interval, after: Interval): Interval {
  const mid = after.mid - before.mid;
  return {
    low: mid - Math.hypot(after.mid - after.low, before.high - before.mid),
    mid,
    high: mid + Math.hypot(after.high - after.mid, before.mid - before.low),
  };
}
