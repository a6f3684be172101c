/** A number with its uncertainty: `low ≤ mid ≤ high`, all in the same unit. */
export interface Interval {
  readonly low: number;
  readonly mid: number;
  readonly high: number;
}
