import type { Saving } from "../model/saving.ts";
import { formatDuration, formatDurationRange } from "./format/duration.ts";
import { formatUsd, formatUsdRange } from "./format/money.ts";

/** A saving in words. Headline and interval are apart, so that a renderer can weigh them. */
export interface SavingText {
  /** `$31.20 a month`, or `298 ms a call` where no dollars are known. */
  readonly headline: string;
  /** `$18.20 to $44.10 a month`; null where the interval has no width. */
  readonly interval: string | null;
  /** The other quantity where both are known: `−60 ms to 0 ms a call`. */
  readonly also: string | null;
}

/** Null where the saving carries no number. */
export function describeSaving(saving: Saving): SavingText | null {
  const usd = saving.usdPerMonth;
  const ms = saving.ms;
  if (usd !== undefined) {
    return {
      headline: `${formatUsd(usd.mid)} a month`,
      interval: usd.low === usd.high ? null : `${formatUsdRange(usd)} a month`,
      also: ms === undefined ? null : `${formatDurationRange(ms)} a call`,
    };
  }
  if (ms === undefined) return null;
  return {
    headline: `${formatDuration(ms.mid)} a call`,
    interval: ms.low === ms.high ? null : `${formatDurationRange(ms)} a call`,
    also: null,
  };
}

/** How far a saving may be off, and its other quantity: `$18.20 to $44.10 a month · −60 ms to 0 ms a call`. */
export function savingRange(text: SavingText | null): string {
  const parts = text === null ? [] : [text.interval, text.also];
  return parts.filter((part) => part !== null).join(" · ");
}
