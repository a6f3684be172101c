import type { LogEventBlock, StreamName } from "./log-event-block.ts";

const FIRST_BYTES = 1 << 20;
const FIRST_EVENTS = 1 << 13;

/**
 * Gathers log events into a block. Events that lie in the same bytes are copied all at once, with
 * what lies between them: one copy for each event would cost more than all else here.
 */
export class LogEventBlockBuilder {
  count = 0;
  #length = 0;
  #bytes: Buffer = Buffer.allocUnsafeSlow(FIRST_BYTES);
  #starts = new Uint32Array(FIRST_EVENTS);
  #ends = new Uint32Array(FIRST_EVENTS);
  #timestampMs = new Float64Array(FIRST_EVENTS);
  #stream = new Uint32Array(FIRST_EVENTS);
  #streams: StreamName[] = [];
  #numbers = new Map<string | null, Map<string | null, number>>();
  #lastGroup: string | null | undefined;
  #lastStream: string | null = null;
  #lastNumber = 0;
  /** Bytes not copied yet: from `#first` to `#last` of `#source`. */
  #source: Buffer | null = null;
  #first = 0;
  #last = 0;

  /** Bytes of the block so far. */
  get byteLength(): number {
    return this.#length + this.#last - this.#first;
  }

  /**
   * Adds the message from `start` to `end` of `source`, which must stay as it is until a message
   * comes from other bytes or the block is taken.
   */
  add(
    source: Buffer,
    start: number,
    end: number,
    timestamp: number | null,
    logGroup: string | null,
    logStream: string | null,
  ): void {
    if (source !== this.#source || start < this.#last) {
      this.#copy();
      this.#source = source;
      this.#first = start;
    }
    this.#last = end;
    const at = this.count++;
    if (at >= this.#starts.length) this.#grow();
    this.#starts[at] = this.#length + start - this.#first;
    this.#ends[at] = this.#length + end - this.#first;
    this.#timestampMs[at] = timestamp ?? NaN;
    this.#stream[at] = this.#numberOf(logGroup, logStream);
  }

  /** What was gathered; the builder is empty again. */
  take(): LogEventBlock {
    this.#copy();
    const { count } = this;
    const block = {
      count,
      bytes: new Uint8Array(this.#bytes.buffer, this.#bytes.byteOffset, this.#length),
      starts: this.#starts.subarray(0, count),
      ends: this.#ends.subarray(0, count),
      timestampMs: this.#timestampMs.subarray(0, count),
      stream: this.#stream.subarray(0, count),
      streams: this.#streams,
    };
    this.count = 0;
    this.#length = 0;
    // As large as this time: the blocks of an object are much alike.
    this.#bytes = Buffer.allocUnsafeSlow(this.#bytes.length);
    this.#starts = new Uint32Array(this.#starts.length);
    this.#ends = new Uint32Array(this.#ends.length);
    this.#timestampMs = new Float64Array(this.#timestampMs.length);
    this.#stream = new Uint32Array(this.#stream.length);
    this.#streams = [];
    this.#numbers = new Map();
    this.#lastGroup = undefined;
    return block;
  }

  #numberOf(logGroup: string | null, logStream: string | null): number {
    if (logGroup === this.#lastGroup && logStream === this.#lastStream) return this.#lastNumber;
    let ofGroup = this.#numbers.get(logGroup);
    if (ofGroup === undefined)
      this.#numbers.set(logGroup, (ofGroup = new Map<string | null, number>()));
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

  #copy(): void {
    if (this.#source === null) return;
    const length = this.byteLength;
    if (length > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow(Math.ceil(length * 1.5));
      this.#bytes.copy(larger, 0, 0, this.#length);
      this.#bytes = larger;
    }
    this.#source.copy(this.#bytes, this.#length, this.#first, this.#last);
    this.#length = length;
    this.#source = null;
    this.#first = 0;
    this.#last = 0;
  }

  #grow(): void {
    const size = this.#starts.length * 2;
    const grown = <T extends Uint32Array | Float64Array>(from: T, to: T): T => (to.set(from), to);
    this.#starts = grown(this.#starts, new Uint32Array(size));
    this.#ends = grown(this.#ends, new Uint32Array(size));
    this.#timestampMs = grown(this.#timestampMs, new Float64Array(size));
    this.#stream = grown(this.#stream, new Uint32Array(size));
  }
}
