/**
 * The name of a function for people; words that no function can be named by where the logs do not
 * give one. Not yet safe to print (see `render/format/printable.ts`).
 */
export function functionLabel(name: string | null): string {
  return name ?? "(unnamed function)";
}
