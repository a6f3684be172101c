import { grouped } from "./grouped.ts";
import { UNKNOWN } from "./unknown.ts";

/** Megabytes as Lambda counts them (1 GB = 1,024 MB): `128 MB`, `1,769 MB`. Unknown is a dash. */
export function formatMb(memoryMb: number | null): string {
  if (memoryMb === null || !Number.isFinite(memoryMb)) return UNKNOWN;
  return `${grouped(memoryMb)} MB`;
}
