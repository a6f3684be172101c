import { MAX_LINES, MAX_MEDIAN_LINES, MAX_P95_LINES } from "./laws.mjs";

/** @typedef {{ readonly path: string, readonly lines: number }} Measured */

/**
 * Files that are too long to be one concept.
 * @param {readonly Measured[]} files
 * @returns {string[]}
 */
export function lengthViolations(files) {
  return files
    .filter((file) => file.lines > MAX_LINES)
    .map(
      (file) =>
        `${file.path} has ${file.lines} lines: over ${MAX_LINES} nobody holds a file in mind; ` +
        `split it by concept`,
    );
}

/**
 * A tree whose files grow, though none is too long yet.
 * @param {readonly Measured[]} files
 * @returns {string[]}
 */
export function lengthTrendViolations(files) {
  const lines = files.map((file) => file.lines).sort((a, b) => a - b);
  const violations = [];
  const median = quantile(lines, 0.5);
  if (median > MAX_MEDIAN_LINES) {
    violations.push(
      `the median file has ${median} lines: over ${MAX_MEDIAN_LINES}, most files hold more than one concept`,
    );
  }
  const p95 = quantile(lines, 0.95);
  if (p95 > MAX_P95_LINES) {
    violations.push(
      `one file in twenty has over ${p95} lines: above ${MAX_P95_LINES}, long files became a habit`,
    );
  }
  return violations;
}

/**
 * The smallest value that at least `share` of the values do not exceed (nearest rank).
 * @param {readonly number[]} sorted ascending
 * @param {number} share 0 to 1
 * @returns {number} 0 for no values
 */
export function quantile(sorted, share) {
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
}
