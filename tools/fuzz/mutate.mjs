/** @typedef {import("../synthetic-logs/random.mjs").Random} Random */

/** Pieces that mean something to one reader or another. */
const PIECES = [
  "REPORT RequestId: ",
  "START RequestId: ",
  "Duration: ",
  "Billed Duration: 3 ms\t",
  "Memory Size:",
  "2026-03-04T05:06:07.089Z ",
  "2026/03/04/[$LATEST]aa ",
  "Task timed out after 3.00 seconds",
  '"platform.report"',
  '{"type":"platform.report","record":{"requestId":"a","metrics":{"durationMs":',
  "Error",
  "\t",
  "  ",
  "\\t",
  ":",
  '"',
  "\\",
  "{",
  "}",
  "[",
  "]",
  ",",
  "\0",
  "\ud83d",
  "9".repeat(30),
  "-1",
  "1e309",
  "NaN",
];

/**
 * One line damaged as real lines are: cut, spliced with another, pieces lost, doubled or put in.
 * No new line ends.
 * @param {Random} random
 * @param {string} line
 * @param {string} other
 */
export function damaged(random, line, other) {
  const at = random.whole(0, line.length);
  const to = Math.min(line.length, at + random.whole(0, 20));
  switch (random.whole(0, 7)) {
    case 0:
      return line.slice(0, at);
    case 1:
      return line.slice(at);
    case 2:
      return line.slice(0, at) + other.slice(random.whole(0, other.length));
    case 3:
      return line.slice(0, at) + line.slice(to);
    case 4:
      return line.slice(0, to) + line.slice(at);
    case 5:
      return line.slice(0, at) + random.pick(PIECES) + line.slice(at);
    case 6:
      return line.slice(0, at) + String.fromCharCode(random.whole(32, 255)) + line.slice(at + 1);
    default:
      return line + other;
  }
}

/**
 * Bytes damaged as stored files are: cut at either end, bits turned, runs lost, doubled, zeroed or
 * moved from elsewhere.
 * @param {Random} random
 * @param {Buffer} bytes
 */
export function damagedBytes(random, bytes) {
  if (bytes.length === 0) return bytes;
  const at = random.whole(0, bytes.length - 1);
  const to = Math.min(bytes.length, at + random.whole(1, 200));
  const copy = Buffer.from(bytes);
  switch (random.whole(0, 6)) {
    case 0:
      return copy.subarray(0, at);
    case 1:
      return copy.subarray(at);
    case 2:
      for (let i = 0; i < 8; i += 1) {
        const place = random.whole(0, copy.length - 1);
        copy[place] = /** @type {number} */ (copy[place]) ^ (1 << random.whole(0, 7));
      }
      return copy;
    case 3:
      return Buffer.concat([copy.subarray(0, at), copy.subarray(to)]);
    case 4:
      return Buffer.concat([copy.subarray(0, to), copy.subarray(at)]);
    case 5:
      return copy.fill(0, at, to);
    default: {
      const from = random.whole(0, copy.length - 1);
      return Buffer.concat([
        copy.subarray(0, at),
        copy.subarray(from, from + 300),
        copy.subarray(at),
      ]);
    }
  }
}
