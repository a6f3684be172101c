const ENDING = /(?:Error|Exception)\b/;
const PART_OF_NAME = /[\w$.]/;
const MAX_SEARCHED = 4_096;

/**
 * The first name of an error in a text: `TypeError`, `java.io.IOException`; null where there is none.
 * The ending is looked for first, and the name read backwards from it: that is linear, where a
 * pattern for the whole name starts anew at every letter.
 */
export function errorNameIn(text: string): string | null {
  const head = text.slice(0, MAX_SEARCHED);
  const found = ENDING.exec(head);
  if (!found) return null;
  let start = found.index;
  while (start > 0 && PART_OF_NAME.test(head[start - 1] ?? "")) start -= 1;
  return head.slice(start, found.index + found[0].length).replace(/^\.+/, "");
}
