const MOST = 3;

/**
 * Up to three of `regions` that a person may have meant by `name`, the closest first; none where
 * nothing is near. Near: at most a third of the letters inserted, left out, changed or swapped
 * (optimal string alignment distance).
 */
export function closeRegions(name: string, regions: readonly string[]): readonly string[] {
  const limit = Math.ceil(name.length / 3);
  return regions
    .map((region) => ({ region, distance: distance(name, region) }))
    .filter((one) => one.distance <= limit)
    .toSorted((a, b) => a.distance - b.distance || (a.region < b.region ? -1 : 1))
    .slice(0, MOST)
    .map((one) => one.region);
}

function distance(from: string, to: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1];
      let best = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + (same ? 0 : 1),
      );
      const swapped =
        row > 1 &&
        column > 1 &&
        from[row - 1] === to[column - 2] &&
        from[row - 2] === to[column - 1];
      if (swapped) best = Math.min(best, at(beforeLast, column - 2) + 1);
      current.push(best);
    }
    beforeLast = last;
    last = current;
  }
  return at(last, to.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Number.POSITIVE_INFINITY;
}
