import fc from "fast-check";
import { expect, test } from "vitest";
import { WideSum } from "./wide-sum.ts";

const integers = fc.array(
  fc.oneof(fc.integer({ min: 0, max: 2 ** 52 }), fc.integer({ min: 2 ** 52 - 9, max: 2 ** 52 })),
  { maxLength: 50 },
);

test("sums of integers and of squares equal those of BigInt", () => {
  fc.assert(
    fc.property(integers, fc.bigInt(0n, 2n ** 120n), (numbers, big) => {
      const sum = new WideSum();
      const squares = new WideSum();
      for (const n of numbers) sum.add(n);
      for (const n of numbers) squares.addSquare(n);
      squares.addBig(big);
      const bigs = numbers.map(BigInt);
      expect(sum.toBigInt()).toBe(bigs.reduce((a, b) => a + b, 0n));
      expect(squares.toBigInt()).toBe(bigs.reduce((a, b) => a + b * b, big));
      squares.merge(sum);
      expect(squares.toBigInt()).toBe(bigs.reduce((a, b) => a + b * b + b, big));
      const [, high, low] = squares.toParts();
      expect(Math.max(high, low)).toBeLessThan(2 ** 52);
      expect(WideSum.of(squares.toParts()).toNumber()).toBe(Number(squares.toBigInt()));
    }),
  );
});
