/** Longer messages differ in their tails by what varies; their heads tell what they are. Characters. */
const MAX_CHARACTERS = 600;

// In this order: what holds other forms goes first. All linear on text of bounded length.
const VARYING: readonly (readonly [pattern: RegExp, placeholder: string])[] = [
  [/\barn:aws[\w-]{0,20}:[^\s"',;)\]}]+/g, "<arn>"],
  [/\b[a-z][a-z0-9+.-]{1,20}:\/\/[^\s"'<>,;)\]}]+/gi, "<url>"],
  [/[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g, "<email>"],
  [/\b[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}\b/gi, "<*>"],
  [
    /\b\d{4}[-/]\d\d[-/]\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:[.,]\d{1,9})?)?(?:Z|[+-]\d\d:?\d\d)?)?/g,
    "<time>",
  ],
  [/\b(?:\d{1,3}\.){3}\d{1,3}(?::\d{1,5})?\b/g, "<ip>"],
  [/(?<![\w:])(?:[0-9a-f]{1,4}:){3,7}:?[0-9a-f]{1,4}(?![\w:])/gi, "<ip>"],
  // A path with a position: `/var/task/index.js:12:5`, `File "/var/task/app.py", line 3`.
  [/(?:[A-Za-z]:\\|\.{0,2}\/)[^\s"':,;()<>]+(?::\d{1,7}){0,2}/g, "<path>"],
  [/(?<![\w<])(["`])(?:(?!\1)[^\r\n]){0,200}\1/g, "<value>"],
  // An apostrophe is a quote only where a word does not stand on its outer side (`can't`).
  [/(?<![\w<])'[^'\r\n]{0,200}'(?!\w)/g, "<value>"],
  [/\b0x[0-9a-f]+\b/gi, "<*>"],
  // An id behind a word that tells what it is of: `req_1hG7f2Kd`, `order-58213907`.
  [/\b([A-Za-z]{1,20}[_-])(?=[A-Za-z]{0,64}\d)[A-Za-z0-9]{6,64}\b/g, "$1<*>"],
  // Hexadecimal ids, and ids of letters and digits mixed (stream names, X-Ray ids, resource ids).
  [/\b(?=[0-9a-f]*\d)[0-9a-f]{8,64}\b/gi, "<*>"],
  [/\b(?=[A-Za-z-_]{0,40}\d)(?=[\w-]{16})[A-Za-z0-9][\w-]{14,128}[A-Za-z0-9]\b/g, "<*>"],
  [/(?<![A-Za-z_<])[+-]?\d+(?:[.,]\d+)*(?:e[+-]?\d+)?/gi, "<*>"],
];

/**
 * An error message with what varies between two errors of the same kind taken out: numbers, ids,
 * ARNs, addresses, paths, times, quoted values. First line only. Numbers and ids
 * share one mark, `<*>`: an id may by chance be all digits. Linear time.
 */
export function errorPattern(message: string): string {
  const head = message.trimStart().slice(0, MAX_CHARACTERS);
  const end = head.search(/[\r\n]/);
  let pattern = end < 0 ? head : head.slice(0, end);
  for (const [varying, placeholder] of VARYING) pattern = pattern.replace(varying, placeholder);
  return pattern.replace(/\s+/g, " ").trim();
}
