import fc from "fast-check";
import { expect, test } from "vitest";
import { EXACT_BELOW, LARGEST_VALUE, LogHistogram } from "./histogram.ts";
import { BUCKET_RELATIVE_ERROR } from "./log-bucket.ts";
import { sfc32 } from "./seeded-random.ts";

const thousandths = fc.oneof(
  fc.integer({ min: 0, max: 5_000 }),
  fc.integer({ min: 0, max: 900_000_000 }),
  fc.integer({ min: 0, max: 2 ** 50 }),
);
const values = (maxLength: number): fc.Arbitrary<number[]> =>
  fc.array(
    thousandths.map((n) => n / 1_000),
    { minLength: 1, maxLength },
  );

const filled = (numbers: readonly number[]): LogHistogram => {
  const histogram = new LogHistogram();
  for (const n of numbers) histogram.add(n);
  return histogram;
};

const naive = (numbers: readonly number[], q: number): number =>
  numbers.toSorted((a, b) => a - b)[Math.max(0, Math.ceil(q * numbers.length) - 1)] ?? Number.NaN;

const lognormal = (count: number, seed: number): number[] => {
  const random = sfc32(seed);
  return Array.from({ length: count }, () => {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return Math.round(Math.exp(4 + normal) * 1_000) / 1_000;
  });
};

test("below 10,000 values every quantile is the value at the nearest rank", () => {
  fc.assert(
    fc.property(values(200), fc.constantFrom(0, 0.25, 0.5, 0.75, 0.875, 1), (numbers, q) => {
      expect(filled(numbers).quantile(q)).toBe(naive(numbers, q));
    }),
  );
});

test("p95 and p99 of 1 to 100 are 95 and 99, p7 is 7 in spite of binary fractions", () => {
  const histogram = filled(Array.from({ length: 100 }, (_, i) => i + 1));
  expect([0.07, 0.5, 0.95, 0.99, 1].map((q) => histogram.quantile(q))).toEqual([
    7, 50, 95, 99, 100,
  ]);
});

test("exact up to 9,999 values, within the stated error from 10,000 on", () => {
  const numbers = lognormal(EXACT_BELOW, 7);
  const below = filled(numbers.slice(1));
  expect(below.isExact).toBe(true);
  expect(below.quantile(0.999)).toBe(naive(numbers.slice(1), 0.999));
  const histogram = filled(numbers);
  expect(histogram.isExact).toBe(false);
  let off = 0;
  for (let rank = 1; rank <= numbers.length; rank += 37) {
    const q = rank / numbers.length;
    const truth = naive(numbers, q);
    off = Math.max(off, Math.abs(histogram.quantile(q) - truth) / truth);
  }
  expect(off).toBeGreaterThan(0);
  expect(off).toBeLessThanOrEqual(BUCKET_RELATIVE_ERROR);
  expect(BUCKET_RELATIVE_ERROR).toBeLessThan(0.01);
});

test("values over the whole range stay within 1 % in buckets", () => {
  fc.assert(
    fc.property(values(100), fc.double({ min: 0, max: 1, noNaN: true }), (numbers, q) => {
      const histogram = new LogHistogram();
      for (const n of numbers) histogram.add(n, EXACT_BELOW);
      const rank = Math.max(1, Math.ceil(q * numbers.length * EXACT_BELOW * (1 - 1e-12)));
      const truth = numbers.toSorted((a, b) => a - b)[Math.ceil(rank / EXACT_BELOW) - 1] ?? -1;
      expect(Math.abs(histogram.quantile(q) - truth)).toBeLessThanOrEqual(truth * 0.01);
    }),
  );
});

test("the result does not depend on the order of adds and merges, bit for bit", () => {
  fc.assert(
    fc.property(
      values(60),
      fc.array(fc.nat(3), { minLength: 60, maxLength: 60 }),
      fc.constantFrom(1, 2, 300, EXACT_BELOW),
      fc.infiniteStream(fc.nat()),
      (numbers, parts, weight, shuffle) => {
        const whole = new LogHistogram();
        for (const n of numbers) whole.add(n, weight);
        const shards = [0, 1, 2, 3].map(() => new LogHistogram());
        const order = numbers.map((n, i) => ({ n, i, key: shuffle.next().value ?? 0 }));
        for (const { n, i } of order.toSorted((a, b) => a.key - b.key)) {
          for (let k = 0; k < Math.min(weight, 300); k++) shards[parts[i] ?? 0]?.add(n);
          if (weight > 300) shards[parts[i] ?? 0]?.add(n, weight - 300);
        }
        const merged = new LogHistogram();
        for (const shard of shards.toReversed()) merged.merge(shard);
        expect(merged.toState()).toEqual(whole.toState());
        expect(merged.isExact).toBe(whole.count < EXACT_BELOW);
      },
    ),
    { numRuns: 60 },
  );
});

test("a state survives structured cloning and goes on counting", () => {
  for (const size of [0, 3, EXACT_BELOW]) {
    const numbers = lognormal(size, 3);
    const before = filled(numbers);
    const copy = LogHistogram.fromState(structuredClone(before.toState()));
    expect(copy.toState()).toEqual(before.toState());
    copy.add(17);
    expect(before.count).toBe(size);
    expect(copy.toState()).toEqual(filled([...numbers, 17]).toState());
  }
});

test("sum, mean and variance are exact, and a merge with itself doubles", () => {
  const histogram = filled([2, 4, 4, 4, 5, 5, 7, 9]);
  expect([histogram.sum, histogram.mean, histogram.min, histogram.max]).toEqual([40, 5, 2, 9]);
  expect(histogram.variance).toBeCloseTo(32 / 7, 14);
  histogram.merge(histogram);
  expect([histogram.count, histogram.sum, histogram.quantile(0.5)]).toEqual([16, 80, 4]);
  const tenths = new LogHistogram();
  for (let i = 0; i < 30_000; i++) tenths.add(0.1);
  expect(tenths.sum).toBe(3_000);
  expect(tenths.variance).toBe(0);
});

test("the variance of large values is not lost to cancellation", () => {
  const histogram = filled([4e9 + 1, 4e9 + 2, 4e9 + 3]);
  expect(histogram.variance).toBe(1);
});

test("empty answers NaN; wrong values are refused; huge ones are capped", () => {
  const empty = new LogHistogram();
  expect([empty.quantile(0.5), empty.mean, empty.min, empty.max, empty.variance]).toEqual(
    Array.from({ length: 5 }, () => Number.NaN),
  );
  expect(empty.bars(10)).toEqual([]);
  for (const bad of [-1, Number.NaN, Infinity]) expect(() => empty.add(bad)).toThrow(RangeError);
  for (const bad of [-1, 0.5, Number.NaN]) expect(() => empty.add(1, bad)).toThrow(RangeError);
  expect(() => filled([1]).quantile(1.01)).toThrow(RangeError);
  empty.add(1, 0);
  expect(empty.count).toBe(0);
  empty.add(1e300);
  expect(empty.max).toBe(LARGEST_VALUE);
});

test("bars hold every value once, touch each other and keep to the number asked for", () => {
  fc.assert(
    fc.property(values(80), fc.integer({ min: 2, max: 48 }), (numbers, maxBars) => {
      const bars = filled(numbers).bars(maxBars);
      expect(bars.length).toBeLessThanOrEqual(maxBars);
      expect(bars.reduce((total, bar) => total + bar[2], 0)).toBe(numbers.length);
      const onAxis = bars.filter(([low]) => low > 0);
      for (const [i, bar] of onAxis.entries()) {
        const next = onAxis[i + 1];
        if (next !== undefined) expect(bar[1]).toBe(next[0]);
        const inside = numbers.filter((n) => n >= bar[0] * 1.000001 && n < bar[1] * 0.999999);
        expect(bar[2]).toBeGreaterThanOrEqual(inside.length);
      }
    }),
  );
});

test("shareAtOrBelow is the inverse of quantile", () => {
  const histogram = filled([1, 2, 2, 3]);
  expect([0, 1, 2, 2.5, 9].map((v) => histogram.shareAtOrBelow(v))).toEqual([
    0, 0.25, 0.75, 0.75, 1,
  ]);
});
