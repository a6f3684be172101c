import type { TimeRange } from "../../model/time-range.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const MOST_TICKS = 8;
const LONG_STEP_MS = 28 * DAY_MS;

const STEPS_MS = [
  ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE_MS),
  ...[1, 2, 3, 6, 12].map((hours) => hours * HOUR_MS),
  ...[1, 2, 7, 14, 28, 56, 91, 182, 364].map((days) => days * DAY_MS),
];

export interface TimeTick {
  readonly epochMs: number;
  readonly label: string;
}

/**
 * Up to eight round instants of a period, UTC: `26 Oct` at midnight, `14:30` elsewhere, `Oct 2026`
 * where they are months apart in more than one year.
 */
export function timeTicks(period: TimeRange): readonly TimeTick[] {
  const lengthMs = period.endMs - period.startMs;
  const stepMs = STEPS_MS.find((step) => lengthMs / step <= MOST_TICKS) ?? lengthMs / MOST_TICKS;
  if (!(stepMs > 0)) return [];
  const isLong =
    stepMs >= LONG_STEP_MS &&
    new Date(period.startMs).getUTCFullYear() !== new Date(period.endMs).getUTCFullYear();
  const ticks: TimeTick[] = [];
  for (
    let at = Math.ceil(period.startMs / stepMs) * stepMs;
    at <= period.endMs && ticks.length <= MOST_TICKS;
    at += stepMs
  ) {
    ticks.push({ epochMs: at, label: isLong ? monthOf(at) : labelOf(at) });
  }
  return ticks;
}

function labelOf(epochMs: number): string {
  const date = new Date(epochMs);
  if (Number.isNaN(date.getTime())) return "";
  if (epochMs % DAY_MS !== 0) return date.toISOString().slice(11, 16);
  return `${date.getUTCDate()} ${MONTHS[date.getUTCMonth()] ?? ""}`;
}

function monthOf(epochMs: number): string {
  const date = new Date(epochMs);
  if (Number.isNaN(date.getTime())) return "";
  return `${MONTHS[date.getUTCMonth()] ?? ""} ${date.getUTCFullYear()}`;
}
