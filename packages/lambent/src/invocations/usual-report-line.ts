import type { ReportLine } from "./report-line.ts";

const TAB = 9;
const SPACE = 32;
const DOT = 46;
const DASH = 45;
const ID_START = "REPORT RequestId: ".length;
const ID_END = ID_START + 36;

/** Where the reader is in the line; one for all lines, as reading is never interrupted. */
let at = 0;

/**
 * Reads a REPORT line in the one form that Lambda itself writes for an invocation that went well:
 * a UUID, tabs, the fields in their order, no status and no X-Ray. Nearly all lines are such, and
 * this is several times faster than reading by keys. Null for every other line, readable or not;
 * `parseReportLine` says the same of every line that this one reads (a test compares them).
 */
export function readUsualReportLine(message: string): ReportLine | null {
  if (message.charCodeAt(ID_END) !== TAB || !message.startsWith("REPORT RequestId: ")) return null;
  for (let i = ID_START; i < ID_END; i += 1) if (!isOfUuid(message.charCodeAt(i))) return null;
  at = ID_END;
  const durationMs = field(message, "\tDuration: ", " ms");
  const billedDurationMs = field(message, "\tBilled Duration: ", " ms");
  const memorySizeMb = field(message, "\tMemory Size: ", " MB");
  const maxMemoryUsedMb = field(message, "\tMax Memory Used: ", " MB");
  if (!(durationMs + billedDurationMs + memorySizeMb + maxMemoryUsedMb >= 0)) return null;
  let initDurationMs: number | null = null;
  if (message.length > at + 2) {
    initDurationMs = field(message, "\tInit Duration: ", " ms");
    if (!(initDurationMs >= 0)) return null;
  }
  if (message.length > at && !(message.length === at + 1 && message.charCodeAt(at) === TAB))
    return null;
  return {
    requestId: message.slice(ID_START, ID_END),
    durationMs,
    billedDurationMs,
    memorySizeMb,
    maxMemoryUsedMb,
    initDurationMs,
    restoreDurationMs: null,
    billedRestoreDurationMs: null,
    status: null,
    errorType: null,
    traceId: null,
    sampled: null,
  };
}

/** A digit, a dash, or a letter from a to f. */
function isOfUuid(code: number): boolean {
  return (code >= 48 && code <= 57) || code === DASH || (code >= 97 && code <= 102);
}

/** The number between a key and its unit, both exactly so; NaN where they are not there. */
function field(message: string, key: string, unit: string): number {
  if (!message.startsWith(key, at)) return Number.NaN;
  const start = at + key.length;
  let mantissa = 0;
  let scale = 1;
  let inFraction = false;
  let i = start;
  for (; ; i += 1) {
    const code = message.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      mantissa = mantissa * 10 + (code - 48);
      if (inFraction) scale *= 10;
    } else if (code === DOT && !inFraction && i > start) inFraction = true;
    else if (code === SPACE) break;
    else return Number.NaN;
  }
  // Up to 15 digits the mantissa is exact, so that one division rounds correctly.
  if (i === start || i - start > 16 || !message.startsWith(unit, i)) return Number.NaN;
  at = i + unit.length;
  return mantissa / scale;
}
