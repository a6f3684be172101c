/**
 * A value as JSON text, or `otherwise` where it is nested so deeply (some thousand levels) that Node
 * cannot write it: unlike `JSON.parse`, `JSON.stringify` calls itself for each level.
 */
export function jsonText(value: unknown, otherwise: string): string {
  try {
    return JSON.stringify(value) ?? otherwise;
  } catch (error) {
    if (error instanceof RangeError) return otherwise;
    throw error;
  }
}
