import type { EventSink } from "../source.ts";

/** Runs of characters that JSON writes as they are. */
// oxlint-disable-next-line no-control-regex -- these are what JSON escapes
const SAFE_RUNS = /[^"\\/\u0000-\u001f\u007f-\uffff]+/g;
const ESCAPED_LETTER = Buffer.from("\\u00");

/**
 * Tells which pieces of JSON text may hold one of the needles inside a string; null where all may.
 * It errs on the side of "may": of each needle the longest run is looked for that JSON cannot escape,
 * and pieces with letters escaped by number always pass.
 */
export function jsonFilter(
  wanted: Pick<EventSink, "needles" | "countedStart">,
): ((bytes: Buffer) => boolean) | null {
  if (wanted.needles === null) return null;
  // What need only be counted is given as an event here.
  const counted = wanted.countedStart ?? null;
  const needles = counted === null ? wanted.needles : [...wanted.needles, counted];
  const runs: Buffer[] = [];
  for (const needle of needles) {
    const safe = needle.toString().match(SAFE_RUNS) ?? [];
    const longest = safe.reduce((best, run) => (run.length > best.length ? run : best), "");
    if (longest === "") return null;
    runs.push(Buffer.from(longest));
  }
  return (bytes) => runs.some((run) => bytes.includes(run)) || bytes.includes(ESCAPED_LETTER);
}
