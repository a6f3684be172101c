import { JsonValues } from "../json/json-values.ts";
import { jsonFilter } from "../json/needles.ts";
import { isJsonObject, parseJsonText } from "../json/parse-json.ts";
import type { DecodeContext, Decoder, EventSink } from "../source.ts";
import { readSubscription } from "../subscription-filter/messages.ts";
import { createTextLinesDecoder } from "../text-lines/decoder.ts";
import { recordEvent } from "./record-event.ts";
import { jsonText } from "../json/json-text.ts";

const NEWLINE = 0x0a;
const OPEN_OBJECT = 0x7b;
const OPEN_ARRAY = 0x5b;
const CLOSE_OBJECT = 0x7d;
const CLOSE_ARRAY = 0x5d;
const EMPTY = Buffer.alloc(0);
/** A longer line is left to the splitter, which needs less memory. Bytes. */
const LONGEST_LINE_BYTES = 1_048_576;

/**
 * JSON records, one a line, over several lines or in arrays, with lines of text between them or
 * without. A line that is no JSON is text, and goes to the decoder of text lines.
 */
export function createJsonLinesDecoder(context: DecodeContext, sink: EventSink): Decoder {
  return new JsonLinesDecoder(context, sink);
}

class JsonLinesDecoder implements Decoder {
  readonly #context: DecodeContext;
  readonly #sink: EventSink;
  readonly #matters: ((bytes: Buffer) => boolean) | null;
  /** For values that are not whole in their line. */
  readonly #values: JsonValues;
  #text: Decoder | null = null;
  /** The unfinished line at the end of the last chunk. */
  #line: Buffer[] = [];
  #lineBytes = 0;

  constructor(context: DecodeContext, sink: EventSink) {
    this.#context = context;
    this.#sink = sink;
    this.#matters = jsonFilter(sink);
    this.#values = new JsonValues(
      {
        value: (bytes) => this.#unreadableUnless(this.#record(bytes), bytes),
        element: (bytes) => this.#unreadableUnless(this.#record(bytes), bytes),
        garbage: (sample) => this.#unreadableUnless(false, sample),
      },
      { openOutermost: true, resume: "line" },
    );
  }

  write(chunk: Buffer): void {
    let at = 0;
    while (at < chunk.length) {
      const newline = chunk.indexOf(NEWLINE, at);
      if (newline < 0) break;
      const end = chunk.subarray(at, newline + 1);
      this.#oneLine(this.#lineBytes === 0 ? end : this.#joined(end));
      at = newline + 1;
    }
    if (at === chunk.length) return;
    this.#line.push(chunk.subarray(at));
    this.#lineBytes += chunk.length - at;
    if (this.#lineBytes > LONGEST_LINE_BYTES) this.#part(this.#joined(EMPTY));
  }

  end(): void {
    if (this.#lineBytes > 0) this.#oneLine(this.#joined(EMPTY));
    this.#values.end();
    this.#text?.end();
  }

  #joined(end: Buffer): Buffer {
    const line = Buffer.concat([...this.#line, end]);
    this.#line = [];
    this.#lineBytes = 0;
    return line;
  }

  #oneLine(line: Buffer): void {
    if (!this.#values.isBetween) {
      this.#values.write(line);
      return;
    }
    const start = firstByte(line);
    if (start < 0) return;
    const last = line[lastByte(line)];
    const first = line[start];
    if (first === OPEN_OBJECT) {
      if (last === CLOSE_OBJECT && this.#record(line)) return;
      this.#values.write(line);
    } else if (first === OPEN_ARRAY && isArrayStart(line, start, last)) this.#values.write(line);
    else this.#textLine(line);
  }

  /** A line so long that its end is not there yet. */
  #part(bytes: Buffer): void {
    const first = bytes[firstByte(bytes)];
    const isJson = !this.#values.isBetween || first === OPEN_OBJECT || first === OPEN_ARRAY;
    if (isJson) this.#values.write(bytes);
    else this.#textLine(bytes);
  }

  #textLine(line: Buffer): void {
    this.#text ??= createTextLinesDecoder(this.#context, this.#sink);
    this.#text.write(line);
  }

  /** False where the bytes are no JSON object. */
  #record(bytes: Buffer): boolean {
    if (this.#matters !== null && !this.#matters(bytes)) return true;
    const text = bytes.toString("utf8").trim();
    const record = parseJsonText(text);
    if (!isJsonObject(record)) return false;
    if ("messageType" in record && readSubscription(record, this.#context, this.#sink)) return true;
    // A record over several lines was one line when it was logged.
    const message = text.includes("\n") ? jsonText(record, text) : text;
    this.#sink.event(recordEvent(record, message, this.#context));
    return true;
  }

  #unreadableUnless(isRead: boolean, bytes: Buffer): void {
    if (!isRead) this.#sink.unreadable(bytes.toString("utf8", 0, 300));
  }
}

/** `[ERROR] …` is text; an array of records begins with an object, an array, or the end of its line. */
function isArrayStart(line: Buffer, start: number, last: number | undefined): boolean {
  let next = start + 1;
  while (line[next] === 0x20 || line[next] === 0x09 || line[next] === 0x0d) next += 1;
  const byte = line[next];
  return (
    byte === OPEN_OBJECT ||
    byte === OPEN_ARRAY ||
    byte === NEWLINE ||
    byte === undefined ||
    (byte === CLOSE_ARRAY && last === CLOSE_ARRAY)
  );
}

function firstByte(line: Buffer): number {
  let at = 0;
  while (at < line.length && (line[at] as number) <= 0x20) at += 1;
  return at === line.length ? -1 : at;
}

function lastByte(line: Buffer): number {
  let at = line.length - 1;
  while (at >= 0 && (line[at] as number) <= 0x20) at -= 1;
  return at;
}
