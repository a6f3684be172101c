const QUOTE = 0x22;
/** A comma, a semicolon (spreadsheets, where the comma is the decimal sign), a tab. */
export const SEPARATORS: readonly number[] = [0x2c, 0x3b, 0x09];
const NEWLINE = 0x0a;
const RETURN = 0x0d;
const EMPTY = Buffer.alloc(0);
/** A longer row is taken for one whose closing quote is missing. */
const LONGEST_ROW_BYTES = 16 * 1_024 * 1_024;

export interface CsvHandlers {
  row(fields: readonly string[]): void;
  /** A row whose quote is never closed; reading goes on with its next line. */
  broken(sample: string): void;
}

/**
 * CSV text → rows (RFC 4180: quoted fields may hold commas, doubled quotes and line ends), as the
 * chunks come. The separator may be another than a comma. Line ends may be LF or CRLF. Empty lines are left out. Never throws.
 */
export class CsvRows {
  readonly #handlers: CsvHandlers;
  readonly #separator: number;
  #parts: Buffer[] = [];
  #bytes = 0;
  /** Bytes to wait for before an unfinished row is looked at again, so that long rows stay cheap. */
  #enough = 0;

  constructor(handlers: CsvHandlers, separator: number) {
    this.#handlers = handlers;
    this.#separator = separator;
  }

  write(chunk: Buffer): void {
    this.#parts.push(chunk);
    this.#bytes += chunk.length;
    if (this.#bytes < this.#enough) return;
    this.#read(false);
  }

  end(): void {
    this.#read(true);
  }

  #read(isEnd: boolean): void {
    const bytes = this.#parts.length === 1 ? (this.#parts[0] ?? EMPTY) : Buffer.concat(this.#parts);
    let at = 0;
    while (at < bytes.length) {
      const next = this.#row(bytes, at, isEnd);
      if (next > 0) {
        at = next;
        continue;
      }
      if (!isEnd && bytes.length - at <= LONGEST_ROW_BYTES) break;
      this.#handlers.broken(bytes.toString("utf8", at, at + 300));
      const newline = bytes.indexOf(NEWLINE, at);
      at = newline < 0 ? bytes.length : newline + 1;
    }
    const rest = at < bytes.length ? Buffer.from(bytes.subarray(at)) : EMPTY;
    this.#parts = rest.length > 0 ? [rest] : [];
    this.#bytes = rest.length;
    this.#enough = rest.length * 2;
  }

  /** Reads the row at `start`; where the next one starts, or 0 where this one is not whole. */
  #row(bytes: Buffer, start: number, isEnd: boolean): number {
    const separator = this.#separator;
    const fields: string[] = [];
    let at = start;
    for (;;) {
      if (bytes[at] === QUOTE) {
        let doubled = false;
        let close = bytes.indexOf(QUOTE, at + 1);
        while (close >= 0 && bytes[close + 1] === QUOTE) {
          doubled = true;
          close = bytes.indexOf(QUOTE, close + 2);
        }
        // A quote as the very last byte may be the first of two.
        if (close < 0 || (close + 1 === bytes.length && !isEnd)) return 0;
        const text = bytes.toString("utf8", at + 1, close);
        fields.push(doubled ? text.replaceAll('""', '"') : text);
        at = close + 1;
        // Text behind a closing quote breaks the rules; it is left out.
        while (at < bytes.length && bytes[at] !== separator && bytes[at] !== NEWLINE) at += 1;
      } else {
        const from = at;
        while (at < bytes.length && bytes[at] !== separator && bytes[at] !== NEWLINE) at += 1;
        const to = bytes[at - 1] === RETURN && at > from && bytes[at] !== separator ? at - 1 : at;
        fields.push(bytes.toString("utf8", from, to));
      }
      if (at >= bytes.length) {
        if (!isEnd) return 0;
        break;
      }
      at += 1;
      if (bytes[at - 1] === NEWLINE) break;
    }
    if (fields.length > 1 || fields[0] !== "") this.#handlers.row(fields);
    return at;
  }
}
