import type { Interval } from "../../model/interval.ts";
import { grouped } from "./grouped.ts";
import { UNKNOWN } from "./unknown.ts";

const SECOND_MS = 1_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 86_400_000;

/**
 * Milliseconds for people, three digits that matter: `0.42 ms`, `3.4 ms`, `38 ms`, `1.24 s`,
 * `2 min 5 s`, `3 h 20 min`, `14 d 6 h`. Unknown is a dash.
 */
export function formatDuration(durationMs: number | null): string {
  if (durationMs === null || !Number.isFinite(durationMs)) return UNKNOWN;
  if (durationMs < 0) return `−${formatDuration(-durationMs)}`;
  if (durationMs === 0) return "0 ms";
  if (durationMs < 0.995) return `${durationMs.toFixed(2)} ms`;
  if (durationMs < 9.95) return `${durationMs.toFixed(1)} ms`;
  if (durationMs < 999.5) return `${Math.round(durationMs)} ms`;
  if (durationMs < 9_995) return `${(durationMs / SECOND_MS).toFixed(2)} s`;
  if (durationMs < 59_950) return `${(durationMs / SECOND_MS).toFixed(1)} s`;
  if (durationMs < HOUR_MS - SECOND_MS / 2)
    return pair(durationMs, MINUTE_MS, "min", SECOND_MS, "s");
  if (durationMs < DAY_MS - MINUTE_MS / 2) return pair(durationMs, HOUR_MS, "h", MINUTE_MS, "min");
  return pair(durationMs, DAY_MS, "d", HOUR_MS, "h");
}

/** For columns of a table, one unit only: `38 ms`, `1.24 s`, `19.2 min`, `2.4 h`, `14 d`. */
export function formatDurationShort(durationMs: number | null): string {
  if (durationMs === null || Math.abs(durationMs) < 59_950) return formatDuration(durationMs);
  const size = Math.abs(durationMs);
  if (size < HOUR_MS * 0.999) return inUnit(durationMs, MINUTE_MS, "min");
  if (size < DAY_MS * 0.999) return inUnit(durationMs, HOUR_MS, "h");
  return inUnit(durationMs, DAY_MS, "d");
}

function inUnit(durationMs: number, unitMs: number, unit: string): string {
  const scaled = durationMs / unitMs;
  return `${Math.abs(scaled) < 99.95 ? scaled.toFixed(1) : grouped(scaled)} ${unit}`;
}

/** The ends of an interval in milliseconds: `38 ms to 1.24 s`. */
export function formatDurationRange(interval: Interval): string {
  return `${formatDuration(interval.low)} to ${formatDuration(interval.high)}`;
}

function pair(
  durationMs: number,
  largeMs: number,
  largeUnit: string,
  smallMs: number,
  smallUnit: string,
): string {
  const small = Math.round(durationMs / smallMs);
  const perLarge = largeMs / smallMs;
  const large = Math.floor(small / perLarge);
  const rest = small - large * perLarge;
  const head = `${grouped(large)} ${largeUnit}`;
  return rest === 0 ? head : `${head} ${rest} ${smallUnit}`;
}
