/** A logarithmic axis: equal distances are equal factors. */
export interface LogScale {
  /** Place of a value on the axis, 0 to 1; values outside stand at the ends. */
  place(value: number): number;
  readonly low: number;
  readonly high: number;
}

/** An axis from `low` to `high`, both made greater than 0; at least a factor of 10 long. */
export function createLogScale(low: number, high: number): LogScale {
  const bottom = Math.max(Number.isFinite(low) ? low : 1, 1e-3);
  const top = Math.max(Number.isFinite(high) ? high : 10, bottom * 10);
  const length = Math.log(top) - Math.log(bottom);
  return {
    low: bottom,
    high: top,
    place: (value) => {
      const position = (Math.log(Math.max(value, bottom)) - Math.log(bottom)) / length;
      return Math.min(1, Math.max(0, position));
    },
  };
}
