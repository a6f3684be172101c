/** A time found in bytes: where it ends, and what it says. */
export interface FoundTimestamp {
  /** Offset of the first byte after it. */
  end: number;
  /** Milliseconds since the epoch; a time without a zone is UTC, as CloudWatch's tools print it. */
  epochMs: number;
}

const ZERO = 48;
const DASH = 45;
const COLON = 58;
const DOT = 46;
const COMMA = 44;
const PLUS = 43;
const UPPER_Z = 90;
const UPPER_T = 84;
const SPACE = 32;

/** Days before each month in a year that starts in March, so that the leap day comes last. */
const DAYS_BEFORE_MONTH = [306, 337, 0, 31, 61, 92, 122, 153, 184, 214, 245, 275];

/**
 * Whether an ISO 8601 date starts at `at`: the cheap test by which events are told from the lines
 * that continue them.
 */
export function startsLikeTimestamp(bytes: Uint8Array, at: number): boolean {
  return (
    at + 19 <= bytes.length &&
    bytes[at + 4] === DASH &&
    bytes[at + 7] === DASH &&
    bytes[at + 13] === COLON &&
    bytes[at + 16] === COLON &&
    (bytes[at + 10] === UPPER_T || bytes[at + 10] === SPACE) &&
    isDigit(bytes[at]) &&
    isDigit(bytes[at + 1]) &&
    isDigit(bytes[at + 2]) &&
    isDigit(bytes[at + 3])
  );
}

/**
 * Reads `2026-01-01T00:00:00`, with `T` or a blank, with or without a fraction of up to nine digits,
 * with `Z`, `+05:30`, `+0530` or no zone. Null where there is no valid time.
 */
export function readTimestamp(bytes: Uint8Array, at: number): FoundTimestamp | null {
  if (!startsLikeTimestamp(bytes, at)) return null;
  const year = pair(bytes, at) * 100 + pair(bytes, at + 2);
  const month = pair(bytes, at + 5);
  const day = pair(bytes, at + 8);
  const hour = pair(bytes, at + 11);
  const minute = pair(bytes, at + 14);
  const second = pair(bytes, at + 17);
  // A part with a byte that is no digit is NaN, and every comparison with NaN is false.
  const valid =
    month >= 1 && month <= 12 && day >= 1 && day <= 31 && hour < 24 && minute < 60 && second < 61;
  if (!valid || Number.isNaN(year)) return null;
  let end = at + 19;
  let fractionMs = 0;
  if (bytes[end] === DOT || bytes[end] === COMMA) {
    let weight = 100;
    end += 1;
    while (end < bytes.length && isDigit(bytes[end])) {
      // Digits below a millisecond are left out: added up, they could round to another one.
      if (weight >= 1) fractionMs += ((bytes[end] as number) - ZERO) * weight;
      weight /= 10;
      end += 1;
    }
  }
  let offsetMinutes = 0;
  const zone = bytes[end];
  if (zone === UPPER_Z) end += 1;
  else if (zone === PLUS || zone === DASH) {
    const hours = pair(bytes, end + 1);
    const minutesAt = bytes[end + 3] === COLON ? end + 4 : end + 3;
    const minutes = pair(bytes, minutesAt);
    if (hours <= 14 && minutes < 60) {
      offsetMinutes = (hours * 60 + minutes) * (zone === PLUS ? 1 : -1);
      end = minutesAt + 2;
    }
  }
  const seconds =
    (daysSinceEpoch(year, month, day) * 24 + hour) * 3_600 + (minute - offsetMinutes) * 60 + second;
  return { end, epochMs: seconds * 1_000 + fractionMs };
}

function isDigit(byte: number | undefined): boolean {
  return byte !== undefined && byte >= ZERO && byte <= ZERO + 9;
}

function pair(bytes: Uint8Array, at: number): number {
  const tens = bytes[at];
  const ones = bytes[at + 1];
  if (!isDigit(tens) || !isDigit(ones)) return Number.NaN;
  return ((tens as number) - ZERO) * 10 + ((ones as number) - ZERO);
}

/** Days from 1970-01-01, proleptic Gregorian calendar (Howard Hinnant, "chrono-compatible date algorithms"). */
function daysSinceEpoch(year: number, month: number, day: number): number {
  const marchYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(marchYear / 400);
  const yearOfEra = marchYear - era * 400;
  const dayOfYear = (DAYS_BEFORE_MONTH[month - 1] as number) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}
