/** Answers a number from 0 up to, not including, 1. Given from outside, so results can be repeated. */
export type Random = () => number;

/**
 * Small fast generator with 128 bits of state: sfc32 of Chris Doty-Humphrey (PractRand).
 * The same seed (a whole number) gives the same sequence on every machine. Not for secrets.
 */
export function sfc32(seed: number): Random {
  let a = 0x9e3779b9;
  let b = 0x243f6a88;
  let c = seed | 0;
  let counter = 1;
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = ((c << 21) | (c >>> 11)) + sum;
    return sum >>> 0;
  };
  // The first outputs still show the seed.
  for (let i = 0; i < 15; i++) next();
  // 53 bits, so that small shares of large samples are reached as well.
  return () => ((next() >>> 5) * 2 ** 26 + (next() >>> 6)) / 2 ** 53;
}
