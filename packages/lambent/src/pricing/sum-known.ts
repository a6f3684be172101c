/** Sum of the parts; null where one of them is unknown, because half a sum reads like a whole one. */
export function sumKnown(...parts: readonly (number | null)[]): number | null {
  let sum = 0;
  for (const part of parts) {
    if (part === null) return null;
    sum += part;
  }
  return sum;
}
