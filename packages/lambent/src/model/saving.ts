import type { Interval } from "./interval.ts";

/** How a saving was arrived at: on real runs, by a model from real runs, or from published figures. */
export type SavingBasis = "measured" | "predicted" | "estimated";

/** What a finding is worth. Positive numbers are savings. No basis, no number. */
export interface Saving {
  /** Milliseconds per invocation. */
  readonly ms?: Interval;
  /** US dollars per month of 30 days at the observed traffic. */
  readonly usdPerMonth?: Interval;
  readonly basis: SavingBasis;
  /** How the figure was made, in one to three short sentences. */
  readonly how: string;
}
