/** Fractional parts of the cube roots of the first 64 primes, and of the square roots of the first 8. */
const { roundConstants, initialState } = constants();

/**
 * SHA-256 of a text in UTF-8, in base64: the form a content security policy wants.
 * Source: FIPS 180-4. Written out here because this room must not import `node:crypto`.
 */
export function sha256Base64(text: string): string {
  const blocks = padded(new TextEncoder().encode(text));
  const state = [...initialState];
  for (let offset = 0; offset < blocks.length; offset += 16) compress(state, blocks, offset);
  const bytes = state.flatMap((word) => [
    word >>> 24,
    (word >>> 16) & 255,
    (word >>> 8) & 255,
    word & 255,
  ]);
  return btoa(String.fromCharCode(...bytes));
}

function padded(bytes: Uint8Array): Uint32Array {
  const words = new Uint32Array((((bytes.length + 8) >> 6) + 1) * 16);
  const put = (index: number, byte: number): void => {
    words[index >> 2] = at(words, index >> 2) | (byte << (24 - (index & 3) * 8));
  };
  bytes.forEach((byte, index) => put(index, byte));
  put(bytes.length, 0x80);
  words[words.length - 2] = Math.floor(bytes.length / 2 ** 29);
  words[words.length - 1] = bytes.length << 3;
  return words;
}

function compress(state: number[], blocks: Uint32Array, offset: number): void {
  const w = new Uint32Array(64);
  w.set(blocks.subarray(offset, offset + 16));
  for (let t = 16; t < 64; t += 1) {
    const a = at(w, t - 15);
    const b = at(w, t - 2);
    const s0 = rotate(a, 7) ^ rotate(a, 18) ^ (a >>> 3);
    const s1 = rotate(b, 17) ^ rotate(b, 19) ^ (b >>> 10);
    w[t] = at(w, t - 16) + s0 + at(w, t - 7) + s1;
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let t = 0; t < 64; t += 1) {
    const s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
    const choice = (e & f) ^ (~e & g);
    const first = (h + s1 + choice + at(roundConstants, t) + at(w, t)) | 0;
    const s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
    const majority = (a & b) ^ (a & c) ^ (b & c);
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + s0 + majority) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => {
    state[index] = ((state[index] ?? 0) + word) | 0;
  });
}

function rotate(word: number, bits: number): number {
  return (word >>> bits) | (word << (32 - bits));
}

function at(words: Uint32Array, index: number): number {
  return words[index] ?? 0;
}

function constants(): {
  readonly roundConstants: Uint32Array;
  readonly initialState: readonly number[];
} {
  const primes: number[] = [];
  for (let n = 2; primes.length < 64; n += 1) {
    if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  }
  const fraction = (root: number): number => Math.floor((root - Math.floor(root)) * 2 ** 32);
  return {
    roundConstants: Uint32Array.from(primes, (prime) => fraction(Math.cbrt(prime))),
    initialState: primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)) | 0),
  };
}
