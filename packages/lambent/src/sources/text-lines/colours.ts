import type { Decoder } from "../source.ts";

const ESCAPE = 27;
const OPEN_BRACKET = 91;
const LOWER_M = 109;
/** `ESC [ 38;2;255;255;255;1;4 m`: longer ones are no colour. Bytes. */
const LONGEST_CODE_BYTES = 32;

/** Whether text was copied from a terminal: its first line begins with a colour. */
export function startsColoured(head: Buffer): boolean {
  return codeEnd(head, 0) > 0;
}

/** The text without the codes of colours (ECMA-48, "select graphic rendition"). */
export function withoutColours(bytes: Buffer): Buffer {
  let escape = bytes.indexOf(ESCAPE);
  if (escape < 0) return bytes;
  const parts: Buffer[] = [];
  let from = 0;
  while (escape >= 0) {
    const end = codeEnd(bytes, escape);
    if (end > 0) {
      parts.push(bytes.subarray(from, escape));
      from = end;
    }
    escape = bytes.indexOf(ESCAPE, Math.max(end, escape + 1));
  }
  parts.push(bytes.subarray(from));
  return Buffer.concat(parts);
}

/**
 * Text as `aws logs tail` and `sam logs` print it to a terminal → the same without colours. Text
 * whose first line does not begin with one stays as it is: then they are the function's own.
 */
export class ColourlessDecoder implements Decoder {
  readonly #text: Decoder;
  #coloured: boolean | null = null;
  /** The end of the last chunk, where a code may be cut. */
  #rest: Buffer = Buffer.alloc(0);

  constructor(text: Decoder) {
    this.#text = text;
  }

  write(chunk: Buffer): void {
    if (this.#coloured === false) return this.#text.write(chunk);
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    if (this.#coloured === null) {
      if (bytes[0] === ESCAPE && bytes.length < LONGEST_CODE_BYTES) {
        this.#rest = Buffer.from(bytes);
        return;
      }
      if (bytes.length === 0) return;
      this.#coloured = startsColoured(bytes);
      if (!this.#coloured) {
        this.#rest = Buffer.alloc(0);
        return this.#text.write(bytes);
      }
    }
    const escape = bytes.lastIndexOf(ESCAPE);
    const isCut =
      escape >= 0 && bytes.length - escape < LONGEST_CODE_BYTES && codeEnd(bytes, escape) < 0;
    const whole = isCut ? escape : bytes.length;
    this.#rest = Buffer.from(bytes.subarray(whole));
    if (whole > 0) this.#text.write(withoutColours(bytes.subarray(0, whole)));
  }

  end(): void {
    if (this.#rest.length > 0)
      this.#text.write(startsColoured(this.#rest) ? withoutColours(this.#rest) : this.#rest);
    this.#text.end();
  }
}

/** Where the code at `at` ends, or -1 where there is none. */
function codeEnd(bytes: Buffer, at: number): number {
  if (bytes[at] !== ESCAPE || bytes[at + 1] !== OPEN_BRACKET) return -1;
  const limit = Math.min(bytes.length, at + LONGEST_CODE_BYTES);
  for (let end = at + 2; end < limit; end += 1) {
    const byte = bytes[end] as number;
    if (byte === LOWER_M) return end + 1;
    // Digits, colons and semicolons.
    if (byte < 48 || byte > 59) return -1;
  }
  return -1;
}
