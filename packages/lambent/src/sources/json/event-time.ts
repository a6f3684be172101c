import { readTimestamp } from "../text-lines/timestamp.ts";

const LONGEST_TIME = 48;
/** Smaller numbers are seconds: as milliseconds they would lie before March 1973. */
const LEAST_MILLISECONDS = 1e11;
const MOST_MILLISECONDS = 8.64e15;
const DASH = 45;
const scratch = Buffer.alloc(LONGEST_TIME);

/**
 * Time of an event: milliseconds (or seconds) since the epoch as a number or its text, or ISO 8601
 * with `T` or a blank; without a zone it is UTC. Milliseconds since the epoch; null where it is none.
 */
export function epochMsOf(value: unknown): number | null {
  if (typeof value === "number") return ofNumber(value);
  if (typeof value !== "string" || value.length > LONGEST_TIME) return null;
  if (value.charCodeAt(4) !== DASH && /^\d{9,16}(?:\.\d+)?$/.test(value))
    return ofNumber(Number(value));
  const length = scratch.write(value, "latin1");
  return readTimestamp(scratch.subarray(0, length), 0)?.epochMs ?? null;
}

function ofNumber(value: number): number | null {
  if (!(value > 0 && value < MOST_MILLISECONDS)) return null;
  return Math.floor(value < LEAST_MILLISECONDS ? value * 1_000 : value);
}
