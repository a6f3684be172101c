import { grouped } from "./grouped.ts";
import { UNKNOWN } from "./unknown.ts";

const UNITS = ["kB", "MB", "GB", "TB"] as const;

/** Bytes for people, in powers of 1,000: `812 B`, `1.2 MB`, `34 GB`. Unknown is a dash. */
export function formatBytes(bytes: number | null): string {
  if (bytes === null || !Number.isFinite(bytes)) return UNKNOWN;
  if (bytes < 999.5) return `${grouped(bytes)} B`;
  let scaled = bytes;
  let unit = "B";
  for (const next of UNITS) {
    scaled /= 1_000;
    unit = next;
    if (scaled < 999.5) break;
  }
  return `${scaled < 9.95 ? scaled.toFixed(1) : grouped(scaled)} ${unit}`;
}
