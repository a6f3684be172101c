/**
 * Values as a row of small bars, `width` cells wide. Values are added up where there are more than
 * cells. The highest sum reaches the top level; anything over nothing shows at least the lowest.
 */
export function sparkline(
  values: readonly number[],
  width: number,
  levels: readonly string[],
): string {
  const cells = folded(values, width);
  const most = Math.max(0, ...cells);
  const top = levels.length - 1;
  return cells
    .map((value) => {
      const level = most === 0 || value <= 0 ? 0 : Math.max(1, Math.round((value / most) * top));
      return levels[level] ?? " ";
    })
    .join("");
}

function folded(values: readonly number[], width: number): number[] {
  if (values.length <= width) return [...values];
  const sums: number[] = Array.from({ length: width }, () => 0);
  values.forEach((value, index) => {
    const cell = Math.floor((index * width) / values.length);
    sums[cell] = (sums[cell] ?? 0) + value;
  });
  // Cells may stand for different numbers of values: compare means, not sums.
  const counts: number[] = Array.from({ length: width }, () => 0);
  values.forEach((_, index) => {
    const cell = Math.floor((index * width) / values.length);
    counts[cell] = (counts[cell] ?? 0) + 1;
  });
  return sums.map((sum, cell) => sum / (counts[cell] ?? 1));
}
