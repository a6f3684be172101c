/** `2026/01/01/[42]0a1b…`, `2026/01/01/orders[$LATEST]0a1b…`, exported: `2026-01-01-[42]0a1b…`. */
const IN_STREAM = /\[(\$LATEST|\d{1,20})\][0-9a-f]{8,}/i;

/**
 * Version of the function that wrote to a log stream: `$LATEST` or a number; null where the name
 * does not tell. Source: AWS Lambda guide, "Log stream naming" (`YYYY/MM/DD[version]id`).
 */
export function versionOf(logStream: string | null): string | null {
  if (logStream === null) return null;
  return IN_STREAM.exec(logStream)?.[1] ?? null;
}
