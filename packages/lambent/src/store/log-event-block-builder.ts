import type { LogEvent } from "../model/log-event.ts";
import type { LogEventBlock, StreamName } from "./log-event-block.ts";

const FIRST_BYTES = 1 << 20;
const FIRST_EVENTS = 1 << 13;

/** Gathers log events into a block. */
export class LogEventBlockBuilder {
  count = 0;
  byteLength = 0;
  #bytes = Buffer.allocUnsafeSlow(FIRST_BYTES);
  #offsets = new Uint32Array(FIRST_EVENTS + 1);
  #timestampMs = new Float64Array(FIRST_EVENTS);
  #stream = new Uint32Array(FIRST_EVENTS);
  #streams: StreamName[] = [];
  #numbers = new Map<string | null, Map<string | null, number>>();
  #lastGroup: string | null | undefined;
  #lastStream: string | null = null;
  #lastNumber = 0;

  add(event: LogEvent): void {
    const { message } = event;
    this.#room(message.length * 3);
    const length = this.#bytes.write(message, this.byteLength, "utf8");
    this.#put(length, event.timestamp, event.logGroup, event.logStream);
  }

  /** The same for a message that is UTF-8 in bytes already. */
  addBytes(
    source: Buffer,
    start: number,
    end: number,
    timestamp: number | null,
    logGroup: string | null,
    logStream: string | null,
  ): void {
    this.#room(end - start);
    source.copy(this.#bytes, this.byteLength, start, end);
    this.#put(end - start, timestamp, logGroup, logStream);
  }

  /** What was gathered; the builder is empty again. */
  take(): LogEventBlock {
    const { count } = this;
    const block = {
      count,
      bytes: new Uint8Array(this.#bytes.buffer, this.#bytes.byteOffset, this.byteLength),
      offsets: this.#offsets.subarray(0, count + 1),
      timestampMs: this.#timestampMs.subarray(0, count),
      stream: this.#stream.subarray(0, count),
      streams: this.#streams,
    };
    this.count = 0;
    this.byteLength = 0;
    // As large as this time: the blocks of an object are much alike.
    this.#bytes = Buffer.allocUnsafeSlow(this.#bytes.length);
    this.#offsets = new Uint32Array(this.#offsets.length);
    this.#timestampMs = new Float64Array(this.#timestampMs.length);
    this.#stream = new Uint32Array(this.#stream.length);
    this.#streams = [];
    this.#numbers = new Map();
    this.#lastGroup = undefined;
    return block;
  }

  #put(
    length: number,
    timestamp: number | null,
    logGroup: string | null,
    logStream: string | null,
  ): void {
    const at = this.count++;
    this.byteLength += length;
    this.#offsets[at + 1] = this.byteLength;
    this.#timestampMs[at] = timestamp ?? NaN;
    this.#stream[at] = this.#numberOf(logGroup, logStream);
  }

  #numberOf(logGroup: string | null, logStream: string | null): number {
    if (logGroup === this.#lastGroup && logStream === this.#lastStream) return this.#lastNumber;
    let ofGroup = this.#numbers.get(logGroup);
    if (ofGroup === undefined) this.#numbers.set(logGroup, (ofGroup = new Map()));
    let number = ofGroup.get(logStream);
    if (number === undefined) {
      number = this.#streams.push({ logGroup, logStream }) - 1;
      ofGroup.set(logStream, number);
    }
    this.#lastGroup = logGroup;
    this.#lastStream = logStream;
    this.#lastNumber = number;
    return number;
  }

  #room(bytes: number): void {
    if (this.byteLength + bytes > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow((this.byteLength + bytes) * 2);
      this.#bytes.copy(larger, 0, 0, this.byteLength);
      this.#bytes = larger;
    }
    if (this.count < this.#timestampMs.length) return;
    const size = this.#timestampMs.length * 2;
    const grown = <T extends Uint32Array | Float64Array>(from: T, to: T): T => (to.set(from), to);
    this.#offsets = grown(this.#offsets, new Uint32Array(size + 1));
    this.#timestampMs = grown(this.#timestampMs, new Float64Array(size));
    this.#stream = grown(this.#stream, new Uint32Array(size));
  }
}
