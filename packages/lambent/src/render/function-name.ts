/** What stands in place of a function's name where the logs do not give one. */
export const UNNAMED_FUNCTION = "(unnamed function)";

/** The name of a function for people; not yet safe to print (see `format/printable.ts`). */
export function functionLabel(name: string | null): string {
  return name ?? UNNAMED_FUNCTION;
}
