/** What a splitter finds. The bytes may be a view of the chunk. */
export interface JsonHandlers {
  /** A whole outermost object or array. Its brackets fit; the rest is for `JSON.parse` to judge. */
  value(bytes: Buffer): void;
  /** One object, array or string of an opened array; `array` is its name, or "" for an outermost one. */
  element(bytes: Buffer, array: string): void;
  /** The beginning of what is no JSON, is broken, or is too large. Once for each damage. */
  garbage(sample: Buffer): void;
}

export interface JsonValuesOptions {
  /** Arrays of an outermost object whose elements are given one by one; the object itself is not. */
  readonly arrays?: readonly string[];
  /** Whether the elements of an outermost array are given one by one. */
  readonly openOutermost?: boolean;
  /**
   * Where reading goes on after damage: behind the line, or at the next object as well (for objects
   * that follow each other without line ends; objects inside the broken one are found too).
   */
  readonly resume?: "line" | "object";
  /**
   * How values begin, where they all begin alike. If a value breaks off and another begins in what
   * was taken for the rest of it, reading goes on with that one.
   */
  readonly beginning?: string;
  /** Of a larger value only the beginning is given, as garbage. Bytes. */
  readonly largestValueBytes?: number;
}

/** Bounds the memory for one value; CloudWatch's own events end at 1 MB, Lambda's payloads at 6 MB. */
const LARGEST_VALUE_BYTES = 16 * 1_024 * 1_024;
/** Deeper nesting is taken for damage; no log format needs a tenth of it. */
const DEEPEST = 512;
const SAMPLE_BYTES = 512;
const LONGEST_KEY_BYTES = 64;

const NEWLINE = 0x0a;
const QUOTE = 0x22;
const COMMA = 0x2c;
const COLON = 0x3a;
const OPEN_ARRAY = 0x5b;
const BACKSLASH = 0x5c;
const CLOSE_ARRAY = 0x5d;
const OPEN_OBJECT = 0x7b;
const CLOSE_OBJECT = 0x7d;

// What may come next inside a value (RFC 8259, section 2).
const VALUE_OR_END = 0;
const VALUE = 1;
const KEY_OR_END = 2;
const KEY = 3;
const AFTER_KEY = 4;
const COMMA_OR_END = 5;

// Where the splitter is.
const BETWEEN = 0;
const INSIDE = 1;
const IN_STRING = 2;
const IN_ESCAPE = 3;
const IN_SCALAR = 4;
const IN_GARBAGE = 5;

const IS_ARRAY = 0;
const IS_OBJECT = 1;
const NO_UNITS = -1;

/** Letters, digits and signs that numbers, `true`, `false` and `null` are made of. */
const SCALAR_BYTES = new Uint8Array(256);
for (const letter of "+-.0123456789Eabcdefghijklmnopqrstuvwxyz") {
  SCALAR_BYTES[letter.charCodeAt(0)] = 1;
}

/**
 * Splits concatenated, pretty-printed or newline-separated JSON into its values as the chunks come.
 * It follows the structure only and decodes nothing. Memory is bounded by the largest value. After
 * damage it goes on with the next line or object. Never throws.
 */
export class JsonValues {
  readonly #handlers: JsonHandlers;
  readonly #arrays: readonly Buffer[];
  readonly #openOutermost: boolean;
  readonly #resumeAtObject: boolean;
  readonly #beginning: Buffer | null;
  readonly #largestBytes: number;

  #state = BETWEEN;
  #expect = VALUE;
  #depth = 0;
  readonly #kinds = new Uint8Array(DEEPEST + 1);
  /** Depth at which the units to give (values or elements) begin. */
  #unitDepth = 0;
  #arrayName = "";
  /** Start in this chunk of the unit or garbage under way; -1 where nothing is gathered. */
  #start = -1;
  #parts: Buffer[] = [];
  #partsBytes = 0;
  /** Whether the string under way is a key, and whether that key may name an array to open. */
  #isKey = false;
  #readsKey = false;
  readonly #key = Buffer.alloc(LONGEST_KEY_BYTES);
  #keyBytes = 0;
  /** Set from damage to the next whole value: what lies between belongs to the same damage. */
  #broken = false;

  constructor(handlers: JsonHandlers, options: JsonValuesOptions = {}) {
    this.#handlers = handlers;
    this.#arrays = (options.arrays ?? []).map((name) => Buffer.from(name));
    this.#openOutermost = options.openOutermost ?? false;
    this.#resumeAtObject = options.resume === "object";
    this.#beginning = options.beginning === undefined ? null : Buffer.from(options.beginning);
    this.#largestBytes = options.largestValueBytes ?? LARGEST_VALUE_BYTES;
  }

  /** True where no value and no garbage is under way. */
  get isBetween(): boolean {
    return this.#state === BETWEEN;
  }

  write(chunk: Buffer): void {
    const end = chunk.length;
    let at = 0;
    while (at < end) {
      switch (this.#state) {
        case IN_STRING:
          at = this.#string(chunk, at);
          break;
        case IN_ESCAPE:
          // A cut-off line may end in a backslash; the line end is for the string to judge.
          if (chunk[at] !== NEWLINE) at += 1;
          this.#state = IN_STRING;
          break;
        case IN_SCALAR:
          while (at < end && SCALAR_BYTES[chunk[at] as number] === 1) at += 1;
          if (at < end) this.#state = INSIDE;
          break;
        case INSIDE:
          at = this.#inside(chunk, at);
          break;
        case IN_GARBAGE:
          at = this.#garbage(chunk, at);
          break;
        default:
          at = this.#between(chunk, at);
      }
    }
    this.#keep(chunk);
  }

  /** Tells of a value that is not whole. */
  end(): void {
    if (this.#state !== BETWEEN && this.#partsBytes > 0) this.#tell(this.#take(Buffer.alloc(0), 0));
    this.#reset();
    this.#broken = false;
  }

  #between(chunk: Buffer, at: number): number {
    const byte = chunk[at] as number;
    if (byte === OPEN_OBJECT || byte === OPEN_ARRAY) {
      const opens = byte === OPEN_ARRAY && this.#openOutermost;
      this.#unitDepth = opens ? 1 : 0;
      this.#arrayName = "";
      this.#start = opens ? -1 : at;
      this.#push(byte === OPEN_OBJECT ? IS_OBJECT : IS_ARRAY);
      this.#state = INSIDE;
      return at + 1;
    }
    if (byte === COMMA || isBlank(byte)) return at + 1;
    // A closing bracket is what is left of a value that broke off: it and its rest are no news.
    if (byte === CLOSE_ARRAY || byte === CLOSE_OBJECT) this.#broken = true;
    this.#start = at;
    this.#state = IN_GARBAGE;
    return at;
  }

  #inside(chunk: Buffer, from: number): number {
    let at = from;
    let byte = chunk[at] as number;
    while (isBlank(byte)) {
      at += 1;
      if (at === chunk.length) return at;
      byte = chunk[at] as number;
    }
    const expect = this.#expect;
    switch (byte) {
      case QUOTE:
        if (expect === COMMA_OR_END || expect === AFTER_KEY) return this.#breakOff(chunk, at);
        this.#isKey = expect === KEY || expect === KEY_OR_END;
        this.#readsKey = this.#isKey && this.#depth === 1 && this.#arrays.length > 0;
        this.#keyBytes = 0;
        if (this.#depth === this.#unitDepth) this.#start = at;
        this.#expect = this.#isKey ? AFTER_KEY : COMMA_OR_END;
        this.#state = IN_STRING;
        return at + 1;
      case COMMA:
        if (expect !== COMMA_OR_END) return this.#breakOff(chunk, at);
        this.#expect = this.#kinds[this.#depth] === IS_OBJECT ? KEY : VALUE;
        return at + 1;
      case COLON:
        if (expect !== AFTER_KEY) return this.#breakOff(chunk, at);
        this.#expect = VALUE;
        return at + 1;
      case OPEN_OBJECT:
      case OPEN_ARRAY:
        if (expect > VALUE || this.#depth === DEEPEST) return this.#breakOff(chunk, at);
        if (this.#depth === this.#unitDepth) this.#start = at;
        else if (byte === OPEN_ARRAY && this.#depth === 1) this.#openNamed();
        this.#push(byte === OPEN_OBJECT ? IS_OBJECT : IS_ARRAY);
        return at + 1;
      case CLOSE_OBJECT:
      case CLOSE_ARRAY:
        return this.#close(chunk, at, byte === CLOSE_OBJECT ? IS_OBJECT : IS_ARRAY);
      default:
        if (expect > VALUE || SCALAR_BYTES[byte] !== 1) return this.#breakOff(chunk, at);
        this.#expect = COMMA_OR_END;
        this.#state = IN_SCALAR;
        return at + 1;
    }
  }

  #string(chunk: Buffer, from: number): number {
    const end = chunk.length;
    let at = from;
    let byte = 0;
    while (at < end) {
      byte = chunk[at] as number;
      if (byte === QUOTE || byte === BACKSLASH || byte === NEWLINE) break;
      at += 1;
    }
    if (this.#readsKey) this.#addKey(chunk, from, at);
    if (at === end) return at;
    if (byte === BACKSLASH) {
      this.#readsKey = false;
      this.#state = IN_ESCAPE;
      return at + 1;
    }
    // A line end cannot stand in a string: the value was cut off where its line ends.
    if (byte === NEWLINE) return this.#breakOff(chunk, at);
    this.#state = INSIDE;
    if (!this.#isKey && this.#depth === this.#unitDepth) this.#give(chunk, at + 1);
    return at + 1;
  }

  #garbage(chunk: Buffer, at: number): number {
    let stop = chunk.indexOf(NEWLINE, at);
    if (stop < 0) stop = chunk.length;
    if (this.#resumeAtObject) {
      // Not the byte at which the garbage began: it may be the bracket that was out of place.
      const bracket = chunk.subarray(0, stop).indexOf(OPEN_OBJECT, at);
      if (bracket >= 0) stop = bracket;
    }
    if (stop === chunk.length) return stop;
    this.#tell(this.#take(chunk, stop));
    this.#state = BETWEEN;
    if (!this.#resumeAtObject) this.#broken = false;
    return stop;
  }

  #close(chunk: Buffer, at: number, kind: number): number {
    const empty = kind === IS_OBJECT ? KEY_OR_END : VALUE_OR_END;
    const fits = this.#expect === COMMA_OR_END || this.#expect === empty;
    if (!fits || this.#kinds[this.#depth] !== kind) return this.#breakOff(chunk, at);
    this.#depth -= 1;
    this.#expect = COMMA_OR_END;
    if (this.#depth === this.#unitDepth) this.#give(chunk, at + 1);
    else if (this.#depth < this.#unitDepth) this.#unitDepth = NO_UNITS;
    if (this.#depth === 0) {
      this.#reset();
      this.#broken = false;
    }
    return at + 1;
  }

  #push(kind: number): void {
    this.#depth += 1;
    this.#kinds[this.#depth] = kind;
    this.#expect = kind === IS_OBJECT ? KEY_OR_END : VALUE_OR_END;
  }

  #addKey(chunk: Buffer, from: number, to: number): void {
    if (this.#keyBytes + to - from > LONGEST_KEY_BYTES) this.#readsKey = false;
    else this.#keyBytes += chunk.copy(this.#key, this.#keyBytes, from, to);
  }

  /** Called at an array in an outermost object: gives its elements one by one, if it is asked for. */
  #openNamed(): void {
    if (!this.#readsKey || this.#kinds[1] !== IS_OBJECT) return;
    const key = this.#key.subarray(0, this.#keyBytes);
    if (!this.#arrays.some((name) => name.equals(key))) return;
    this.#arrayName = key.toString();
    this.#unitDepth = 2;
    this.#drop();
  }

  /** Gives the unit that ends before `end`; nothing where it was too large. */
  #give(chunk: Buffer, end: number): void {
    if (this.#start < 0) return;
    const bytes = this.#take(chunk, end);
    if (bytes.length > this.#largestBytes) this.#handlers.garbage(bytes.subarray(0, SAMPLE_BYTES));
    else if (this.#unitDepth === 0) this.#handlers.value(bytes);
    else this.#handlers.element(bytes, this.#arrayName);
  }

  #breakOff(chunk: Buffer, at: number): number {
    if (this.#start < 0) this.#start = Math.max(0, at - SAMPLE_BYTES);
    const bytes = this.#take(chunk, at);
    this.#tell(bytes);
    this.#reset();
    this.#broken = true;
    // The last beginning, so that nothing is read more than twice however often it breaks.
    const again = this.#beginning === null ? -1 : lastBeginning(bytes, this.#beginning);
    if (again > 0) {
      this.write(bytes.subarray(again));
      if (this.#start >= 0) this.#start = at;
      return at;
    }
    // An object out of place is where the next value begins, if values need no line of their own.
    if (this.#resumeAtObject && chunk[at] === OPEN_OBJECT) return at;
    this.#start = at;
    this.#state = IN_GARBAGE;
    return at;
  }

  #tell(bytes: Buffer): void {
    if (!this.#broken && bytes.length > 0) this.#handlers.garbage(bytes.subarray(0, SAMPLE_BYTES));
  }

  /** Keeps what this chunk holds of the unit under way. */
  #keep(chunk: Buffer): void {
    if (this.#start < 0) return;
    const part = chunk.subarray(this.#start);
    this.#start = 0;
    if (this.#state === IN_GARBAGE && this.#partsBytes >= SAMPLE_BYTES) return;
    this.#parts.push(part);
    this.#partsBytes += part.length;
    if (this.#state === IN_GARBAGE || this.#partsBytes <= this.#largestBytes) return;
    this.#tell(this.#take(chunk, 0));
  }

  #take(chunk: Buffer, end: number): Buffer {
    const part = chunk.subarray(Math.max(0, this.#start), end);
    const bytes = this.#partsBytes === 0 ? part : Buffer.concat([...this.#parts, part]);
    this.#drop();
    return bytes;
  }

  #drop(): void {
    this.#start = -1;
    if (this.#partsBytes === 0) return;
    this.#parts = [];
    this.#partsBytes = 0;
  }

  #reset(): void {
    this.#drop();
    this.#state = BETWEEN;
    this.#depth = 0;
    this.#unitDepth = 0;
  }
}

/** Where a value begins last; its beginning may be cut off by the break after its first quote. */
function lastBeginning(bytes: Buffer, beginning: Buffer): number {
  const isCut = bytes.length >= 2 && beginning.subarray(0, 2).equals(bytes.subarray(-2));
  return isCut ? bytes.length - 2 : bytes.lastIndexOf(beginning);
}

function isBlank(byte: number): boolean {
  return byte === 0x20 || byte === NEWLINE || byte === 0x0d || byte === 0x09;
}
