/** The beginning of JSON text, completed so that its shape can be looked at. */
export interface JsonHead {
  /** The first value as far as it is there; null where the bytes do not begin with JSON. */
  readonly first: unknown;
  /** Bytes of the first value with what stands before it; null where it is not whole. */
  readonly firstBytes: number | null;
}

const NOT_JSON: JsonHead = { first: null, firstBytes: null };
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

function readHead(head: Buffer): JsonHead {
  const text = head.toString("latin1");
  const start = text.search(/[^\s,]/);
  if (start < 0 || (text[start] !== "{" && text[start] !== "[")) return NOT_JSON;
  const closers: string[] = [];
  // Where the text can be cut, and what closes it there.
  let safe = start;
  let safeClosers = "";
  for (let at = start; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === '"') {
      at = stringEnd(text, at);
      if (at < 0) break;
    } else if (letter === "{" || letter === "[") {
      closers.push(letter === "{" ? "}" : "]");
      safe = at + 1;
      safeClosers = closers.toReversed().join("");
    } else if (letter === "}" || letter === "]") {
      if (closers.pop() !== letter) return NOT_JSON;
      safe = at + 1;
      safeClosers = closers.toReversed().join("");
      if (closers.length === 0) return completed(text.slice(start, safe), safe);
    } else if (letter === ",") {
      safe = at;
      safeClosers = closers.toReversed().join("");
    }
    if (closers.length > 64) return NOT_JSON;
  }
  return completed(text.slice(start, safe) + safeClosers, null);
}

function stringEnd(text: string, quote: number): number {
  for (let at = quote + 1; at < text.length; at += 1) {
    if (text[at] === "\\") at += 1;
    else if (text[at] === '"') return at;
  }
  return -1;
}

function completed(text: string, firstBytes: number | null): JsonHead {
  try {
    return { first: JSON.parse(text), firstBytes };
  } catch {
    return NOT_JSON;
  }
}
