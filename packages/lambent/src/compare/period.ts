import { Problem } from "../model/problem.ts";
import type { TimeRange } from "../model/time-range.ts";

const DAY_MS = 86_400_000;
const DAY = /^\d{4}-\d{2}-\d{2}$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}(:\d{2}(:\d{2}(\.\d{1,3})?)?)?(Z|[+-]\d{2}:\d{2})?$/;

/**
 * A period as a person writes it: `2026-01-01..2026-01-07`, one day `2026-01-01`, instants
 * `2026-01-01T09:00..2026-01-01T12:30Z`, or with one end open `2026-01-01..`. Both ends belong to
 * it; a day as an end means the whole day. UTC unless an offset is given.
 * Problem LAMBENT_PERIOD where the text is no period.
 */
export function parsePeriod(text: string): TimeRange {
  const [from = "", to = from, ...more] = text.split("..");
  const startMs = from === "" ? -Infinity : edge(from)?.startMs;
  const endMs = to === "" ? Infinity : edge(to)?.endMs;
  const bounded = startMs !== -Infinity || endMs !== Infinity;
  if (startMs === undefined || endMs === undefined || more.length > 0 || !bounded) {
    throw problem(`"${text}" is not a period`);
  }
  if (startMs > endMs) throw problem(`The period "${text}" ends before it starts`);
  return { startMs, endMs };
}

/** First and last millisecond that an end of a period stands for. */
function edge(text: string): TimeRange | undefined {
  if (DAY.test(text)) {
    const startMs = Date.parse(`${text}T00:00:00Z`);
    // 2026-02-30 would be taken as the second of March.
    if (Number.isNaN(startMs) || new Date(startMs).toISOString().slice(0, 10) !== text) {
      return undefined;
    }
    return { startMs, endMs: startMs + DAY_MS - 1 };
  }
  const match = INSTANT.exec(text);
  if (match === null) return undefined;
  const zone = match[4] ?? "Z";
  const bare = match[4] === undefined ? text : text.slice(0, -zone.length);
  const minutes = match[1] === undefined ? `${bare}:00` : bare;
  const startMs = Date.parse(`${minutes}${zone}`);
  return Number.isNaN(startMs) ? undefined : { startMs, endMs: startMs };
}

function problem(message: string): Problem {
  return new Problem({
    code: "LAMBENT_PERIOD",
    kind: "usage",
    message,
    nextStep:
      "Write it as 2026-01-01..2026-01-07, or with times: 2026-01-01T09:00..2026-01-01T12:30.",
  });
}
