import type { Interval } from "../model/interval.ts";
import type { Saving } from "../model/saving.ts";
import { formatDuration, formatDurationRange } from "./format/duration.ts";
import { formatUsd, formatUsdRange } from "./format/money.ts";

/** Two findings may tell of the same failed calls. */
export const OVERLAP = "Savings can overlap, so they are not added up.";

/** A saving in words. Headline and interval are apart, so that a renderer can weigh them. */
export interface SavingText {
  /** `$31.20 a month`, or `298 ms a call` where no dollars are known. */
  readonly headline: string;
  /** `$18.20 to $44.10 a month`; null where the interval has no width. */
  readonly interval: string | null;
  /** The other quantity where both are known: `up to 60 ms slower a call`. */
  readonly also: string | null;
}

/** Shorter is lost in the noise of a call. Milliseconds. */
const LEAST_MS = 0.5;
/** Less than this a month is not worth telling to the digit. */
const ONE_CENT_USD = 0.01;

/** Null where the saving carries no number. */
export function describeSaving(saving: Saving): SavingText | null {
  const usd = saving.usdPerMonth;
  const ms = saving.ms;
  if (usd !== undefined) {
    const isSmall = Math.max(Math.abs(usd.low), Math.abs(usd.high)) < ONE_CENT_USD;
    const isCents = usd.mid < 0 || usd.mid >= ONE_CENT_USD;
    return {
      headline: isCents ? `${formatUsd(usd.mid)} a month` : "under $0.01 a month",
      interval: isSmall || isOneFigure(usd, formatUsd) ? null : `${formatUsdRange(usd)} a month`,
      also: ms === undefined ? null : timeSaved(ms),
    };
  }
  if (ms === undefined) return null;
  return {
    headline: `${formatDuration(ms.mid)} a call`,
    interval: isOneFigure(ms, formatDuration) ? null : `${formatDurationRange(ms)} a call`,
    also: null,
  };
}

/** How far a saving may be off, and its other quantity: `$18.20 to $44.10 a month · up to 60 ms slower a call`. */
export function savingRange(text: SavingText | null): string {
  const parts = text === null ? [] : [text.interval, text.also];
  return parts.filter((part) => part !== null).join(" · ");
}

/** Both ends print the same. */
function isOneFigure({ low, high }: Interval, format: (value: number) => string): boolean {
  return format(low) === format(high);
}

/** Milliseconds of one call in words; null where nothing changes that is worth a word. */
function timeSaved({ low, high }: Interval): string | null {
  const lowest = Math.abs(low) < LEAST_MS ? 0 : low;
  const highest = Math.abs(high) < LEAST_MS ? 0 : high;
  if (lowest === 0 && highest === 0) return null;
  const size = (ms: number): string => formatDuration(Math.abs(ms));
  if (lowest < 0 && highest > 0) {
    return `between ${size(lowest)} slower and ${size(highest)} faster a call`;
  }
  const [near, far] = lowest < 0 ? [highest, lowest] : [lowest, highest];
  const word = lowest < 0 ? "slower" : "faster";
  if (near === 0) return `up to ${size(far)} ${word} a call`;
  return size(near) === size(far)
    ? `${size(far)} ${word} a call`
    : `${size(near)} to ${size(far)} ${word} a call`;
}
