import type { TimeRange } from "../../model/time-range.ts";
import { UNKNOWN } from "./unknown.ts";

/** An instant, without its zone: `2026-11-01 09:30`. Always UTC. */
export function formatInstant(epochMs: number | null): string {
  if (epochMs === null || !isDate(epochMs)) return UNKNOWN;
  return new Date(epochMs).toISOString().slice(0, 16).replace("T", " ");
}

/** A day: `2026-11-01`. Always UTC. */
export function formatDay(epochMs: number): string {
  return isDate(epochMs) ? new Date(epochMs).toISOString().slice(0, 10) : UNKNOWN;
}

/** A time of day: `09:30`. Always UTC. */
export function formatTimeOfDay(epochMs: number): string {
  return isDate(epochMs) ? new Date(epochMs).toISOString().slice(11, 16) : UNKNOWN;
}

/** A stretch of time: `2026-11-01 09:30 to 17:45 UTC`; the second day only where it differs. */
export function formatPeriod(period: TimeRange): string {
  const start = formatInstant(period.startMs);
  const sameDay = formatDay(period.startMs) === formatDay(period.endMs);
  const end = sameDay ? formatTimeOfDay(period.endMs) : formatInstant(period.endMs);
  return start === UNKNOWN || end === UNKNOWN ? UNKNOWN : `${start} to ${end} UTC`;
}

/** A stretch of time for small spaces: days only, unless both ends are on one day. */
export function formatSpan(span: TimeRange): string {
  const first = formatDay(span.startMs);
  const last = formatDay(span.endMs);
  return first === last || first === UNKNOWN ? formatPeriod(span) : `${first} to ${last}`;
}

/** ECMAScript dates reach 8.64e15 ms either side of the epoch. */
function isDate(epochMs: number): boolean {
  return Number.isFinite(epochMs) && Math.abs(epochMs) <= 8.64e15;
}
