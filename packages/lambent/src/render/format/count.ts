import { grouped } from "./grouped.ts";
import { UNKNOWN } from "./unknown.ts";

const STEPS: readonly (readonly [size: number, unit: string])[] = [
  [1e12, "T"],
  [1e9, "B"],
  [1e6, "M"],
  [1e3, "k"],
];

/** A count for people: exact up to `99,999`, then `123 k`, `1.2 M`, `3.4 B`. Unknown is a dash. */
export function formatCount(count: number | null): string {
  if (count === null || !Number.isFinite(count)) return UNKNOWN;
  if (Math.abs(count) < 99_999.5) return grouped(count);
  for (const [size, unit] of STEPS) {
    // 999,950 and over would round to 1,000 k: it is 1.0 M.
    if (Math.abs(count) < size * 0.9995) continue;
    const scaled = count / size;
    return `${Math.abs(scaled) < 99.95 ? grouped(scaled, 1) : grouped(scaled)} ${unit}`;
  }
  return grouped(count);
}

/** A count to its last digit, with commas: `1,234,567`. */
export function formatExactCount(count: number): string {
  return grouped(count);
}

/** A count with its noun: `1 error`, `12 errors`. */
export function countOf(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}
