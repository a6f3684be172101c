import fc from "fast-check";
import { expect, test } from "vitest";
import { sortedNumbers } from "./sorted-numbers.ts";

const shapes: Record<string, (i: number) => number> = {
  even: (i) => (i * 2_654_435_761) % 1_000_003,
  "all equal": () => 7,
  "one far away": (i) => (i === 0 ? 1e15 : (i * 48_271) % 97),
  falling: (i) => -i,
  rising: (i) => i / 3,
  "two heaps": (i) => (i % 2) * 1e12 + ((i * 16_807) % 1_009) / 7,
  "too wide for a double": (i) => (i % 2 === 0 ? -1.7e308 : 1.7e308) / (1 + (i % 5)),
};

test.each(Object.keys(shapes))("%s", (shape) => {
  const values = Float64Array.from({ length: 10_000 }, (_, i) => (shapes[shape] ?? Number)(i));
  const expected = values.toSorted();
  expect(sortedNumbers(values)).toEqual(expected);
});

test("short ones", () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, noDefaultInfinity: true })), (list) => {
      const values = Float64Array.from(list);
      expect(sortedNumbers(values.slice())).toEqual(values.toSorted());
    }),
  );
});
