import type { ErrorGroup } from "../model/assessment.ts";

/** The error type of a group where its pattern does not say it already: `KeyError` for `<value>`. */
export function namedType({ errorType, pattern }: ErrorGroup): string | null {
  return errorType === null || pattern.includes(errorType) ? null : errorType;
}
