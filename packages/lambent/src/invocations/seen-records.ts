/** Words before the first record; the first of them counts the records. */
const HEADER = 1;
/** Records that a thread adds before it tells the others how many there are. */
const COUNTED_TOGETHER = 256;
const SMALLEST_CAPACITY = 1 << 14;
/** 16 M places: 64 MB. */
const LARGEST_CAPACITY = 1 << 24;
/** Beyond this share the table would get slow, and records are no longer remembered. */
const FULLEST = 0.8;

/**
 * Which REPORT records have been met, so that one that stands in two sources (overlapping exports,
 * a delivery that was repeated) counts once. Shared by threads: whoever comes first adds the record.
 *
 * A record is known by request id, time and duration; without a time it cannot be told from a
 * retry, and is always new. A place holds 32 bits of a hash, and other bits of it say where to look,
 * so among 2 million records about one in a thousand runs takes one new record for a known one.
 */
export class SeenRecords {
  /** To hand to another thread; `new SeenRecords(buffer)` there sees the same records. */
  readonly buffer: SharedArrayBuffer;
  readonly #words: Int32Array;
  readonly #mask: number;
  readonly #most: number;
  #uncounted = 0;

  constructor(buffer: SharedArrayBuffer) {
    this.buffer = buffer;
    this.#words = new Int32Array(buffer);
    const capacity = this.#words.length - HEADER;
    this.#mask = capacity - 1;
    this.#most = Math.floor(capacity * FULLEST);
  }

  /** Room for about `records` records. */
  static for(records: number): SeenRecords {
    let capacity = SMALLEST_CAPACITY;
    while (capacity < LARGEST_CAPACITY && capacity * FULLEST < records) capacity *= 2;
    return new SeenRecords(new SharedArrayBuffer((capacity + HEADER) * 4));
  }

  /** Whether records have gone unremembered for want of room. */
  get full(): boolean {
    return Atomics.load(this.#words, 0) >= this.#most;
  }

  /** True where the record is new. */
  add(requestId: string, timestamp: number | null, durationMs: number): boolean {
    if (timestamp === null) return true;
    let low = 0x811c9dc5;
    let high = 0x9747b28c;
    for (let i = 0; i < requestId.length; i += 1) {
      const code = requestId.charCodeAt(i);
      low = Math.imul(low ^ code, 0x01000193);
      high = Math.imul(high ^ code, 0x5bd1e995);
    }
    low = mix(low ^ (timestamp | 0), Math.round(durationMs * 1_000));
    high = mix(
      high ^ Math.floor(timestamp / 4_294_967_296),
      Math.round(durationMs * 1_000) ^ (timestamp | 0),
    );
    return this.#insert(low === 0 ? 1 : low, high);
  }

  #insert(mark: number, place: number): boolean {
    const words = this.#words;
    for (let slot = place & this.#mask; ; slot = (slot + 1) & this.#mask) {
      let found = Atomics.load(words, HEADER + slot);
      if (found === 0) {
        if (this.full) return true;
        found = Atomics.compareExchange(words, HEADER + slot, 0, mark);
        if (found === 0) {
          this.#count();
          return true;
        }
      }
      if (found === mark) return false;
    }
  }

  #count(): void {
    this.#uncounted += 1;
    if (this.#uncounted < COUNTED_TOGETHER) return;
    Atomics.add(this.#words, 0, this.#uncounted);
    this.#uncounted = 0;
  }
}

/** Murmur3's finaliser over two words (Austin Appleby, public domain). */
function mix(word: number, other: number): number {
  let hash = word ^ Math.imul(other, 0xcc9e2d51);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
