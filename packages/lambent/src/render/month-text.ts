import type { Assessment } from "../model/assessment.ts";

const HOUR_MS = 3_600_000;

/** Why there is no cost per month, in a word or two; null where there is one. */
export function whyNoMonth({ totals, period }: Assessment): string | null {
  if (totals.costPerMonthUsd !== null) return null;
  if (totals.invocations === 0) return "no calls";
  if (totals.cost === null) return "cost unknown";
  if (period === null) return "no times";
  return period.endMs - period.startMs < HOUR_MS ? "too short" : "times missing";
}
