import type { LogObject } from "./source.ts";

/**
 * Whether no two objects can hold the same events: each is known, by its place, to hold one log
 * stream, and no two hold the same. So it is with one export to S3; with overlapping exports, or
 * deliveries that may be repeated, it is not.
 */
export function streamsAreApart(objects: readonly LogObject[]): boolean {
  const streams = new Set(objects.map((object) => object.logStream));
  return streams.size === objects.length && !streams.has(null);
}
