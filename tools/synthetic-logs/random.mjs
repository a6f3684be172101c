/**
 * Random numbers from a seed: the same seed gives the same numbers on every machine.
 * Generator: sfc32 (Chris Doty-Humphrey, PractRand), 128 bits of state.
 */
export class Random {
  #a;
  #b;
  #c;
  #counter = 1;
  #seed;

  /** @param {string} seed */
  constructor(seed) {
    this.#seed = seed;
    this.#a = hash(seed, 0x811c9dc5);
    this.#b = hash(seed, 0x9e3779b9);
    this.#c = hash(seed, 0x85ebca6b);
    for (let i = 0; i < 12; i += 1) this.bits();
  }

  /**
   * A generator of its own: what one part draws does not change what another part gets.
   * @param {string} name
   */
  fork(name) {
    return new Random(`${this.#seed}/${name}`);
  }

  /** 32 random bits. */
  bits() {
    const sum = (this.#a + this.#b + this.#counter) | 0;
    this.#counter = (this.#counter + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** At least 0 and below 1. */
  share() {
    return this.bits() / 4_294_967_296;
  }

  /** @param {number} probability 0 to 1 */
  chance(probability) {
    return this.share() < probability;
  }

  /**
   * @param {number} low
   * @param {number} high
   */
  between(low, high) {
    return low + (high - low) * this.share();
  }

  /**
   * A whole number, both ends possible.
   * @param {number} low
   * @param {number} high
   */
  whole(low, high) {
    return low + Math.floor(this.share() * (high - low + 1));
  }

  /**
   * @template T
   * @param {readonly T[]} values at least one
   * @returns {T}
   */
  pick(values) {
    return /** @type {T} */ (values[Math.floor(this.share() * values.length)]);
  }

  /** Mean 0, standard deviation 1 (Box and Muller 1958). */
  normal() {
    return Math.sqrt(-2 * Math.log(1 - this.share())) * Math.cos(2 * Math.PI * this.share());
  }

  /**
   * @param {number} median
   * @param {number} sigma standard deviation of the logarithm
   */
  logNormal(median, sigma) {
    return median * Math.exp(sigma * this.normal());
  }

  /** @param {number} mean */
  exponential(mean) {
    return -mean * Math.log(1 - this.share());
  }

  /** @param {number} digits a multiple of 8 */
  hex(digits) {
    let text = "";
    while (text.length < digits) text += hex8(this.bits());
    return text;
  }

  /** A random UUID (RFC 9562, version 4), as request ids are. */
  uuid() {
    const a = hex8(this.bits());
    const b = hex8((this.bits() & 0xffff0fff) | 0x4000);
    const c = hex8((this.bits() & 0x3fffffff) | 0x80000000);
    const d = hex8(this.bits());
    return `${a}-${b.slice(0, 4)}-${b.slice(4)}-${c.slice(0, 4)}-${c.slice(4)}${d}`;
  }
}

/** @param {number} bits */
function hex8(bits) {
  return (bits >>> 0).toString(16).padStart(8, "0");
}

/**
 * FNV-1a over UTF-16 code units, with a last mix.
 * @param {string} text
 * @param {number} basis
 */
function hash(text, basis) {
  let value = basis;
  for (let i = 0; i < text.length; i += 1) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193);
  }
  value = Math.imul(value ^ (value >>> 15), 0x2c1b3c6d);
  return (value ^ (value >>> 12)) >>> 0;
}
