/** The beginning of JSON text, completed so that its shape can be looked at. */
export interface JsonHead {
  /** The first value as far as it is there; null where the bytes do not begin with JSON. */
  readonly first: unknown;
  /** Bytes of the first value with what stands before it; null where it is not whole. */
  readonly firstBytes: number | null;
}

const NOT_JSON: JsonHead = { first: null, firstBytes: null };
const DEEPEST = 64;
/** An escape at the very end of which a part is missing. */
const CUT_ESCAPE = /\\(?:u[0-9a-fA-F]{0,3})?$/;
const known = new WeakMap<Buffer, JsonHead>();

/**
 * Reads the first value in the first bytes of a source. Where the bytes end inside it, its open
 * strings, arrays and objects are cut back to their last whole part and closed. Pure (what was found
 * is remembered for the same bytes, as every format asks).
 */
export function jsonHead(head: Buffer): JsonHead {
  let found = known.get(head);
  if (found === undefined) {
    found = readHead(head);
    known.set(head, found);
  }
  return found;
}

/** A place where the text can be cut, and what closes it there. */
interface Cut {
  readonly at: number;
  readonly closers: string;
}

function readHead(head: Buffer): JsonHead {
  const text = head.toString("latin1");
  const start = text.search(/[^\s,]/);
  if (start < 0 || (text[start] !== "{" && text[start] !== "[")) return NOT_JSON;
  const open: string[] = [];
  const cuts: Cut[] = [];
  let at = start;
  for (; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '"') {
      const end = stringEnd(text, at);
      if (end < 0) break;
      at = end;
    } else if (letter === "{" || letter === "[") {
      open.push(letter === "{" ? "}" : "]");
      if (open.length > DEEPEST) break;
      cuts.push({ at: at + 1, closers: open.toReversed().join("") });
    } else if (letter === "}" || letter === "]") {
      if (open.pop() !== letter) break;
      const whole = open.length === 0 ? parsed(text.slice(start, at + 1)) : null;
      if (whole !== null) return { first: whole, firstBytes: at + 1 };
      if (open.length === 0) break;
      cuts.push({ at: at + 1, closers: open.toReversed().join("") });
    } else if (letter === ",") cuts.push({ at, closers: open.toReversed().join("") });
  }
  // A string that is cut off is worth having: it may be the only field that tells.
  const inString = parsed(
    `${text.slice(start).replace(CUT_ESCAPE, "")}"${open.toReversed().join("")}`,
  );
  if (inString !== null) return { first: inString, firstBytes: null };
  return { first: longest(text.slice(0, at), start, cuts), firstBytes: null };
}

/** The value up to the last cut before which nothing is broken. */
function longest(text: string, start: number, cuts: readonly Cut[]): unknown {
  let best: unknown = null;
  let low = 0;
  let high = cuts.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const cut = cuts[middle];
    const value = cut === undefined ? null : parsed(text.slice(start, cut.at) + cut.closers);
    if (value === null) high = middle - 1;
    else {
      best = value;
      low = middle + 1;
    }
  }
  return best;
}

function stringEnd(text: string, quote: number): number {
  for (let at = quote + 1; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === '"') return at;
  }
  return -1;
}

/** Null where the text is no JSON. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
