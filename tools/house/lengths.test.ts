import fc from "fast-check";
import { expect, test } from "vitest";
import { lengthTrendViolations, lengthViolations, quantile } from "./lengths.mjs";
import { readModules } from "./modules.mjs";
import { plantTree } from "./planted-tree.ts";

test("a planted file of 401 lines is refused, one of 400 is not", () => {
  const tree = plantTree({
    "model/long.ts": "// line\n".repeat(401),
    "model/fits.ts": "// line\n".repeat(400),
    "model/unended.ts": "// line\n".repeat(399) + "// line",
  });
  const violations = lengthViolations(readModules(tree));
  expect(violations).toHaveLength(1);
  expect(violations[0]).toContain("model/long.ts has 401 lines");
});

test("a tree of middling files is refused by its median", () => {
  expect(lengthTrendViolations(filesOf([10, 71, 72]))[0]).toContain("median file has 71 lines");
  expect(lengthTrendViolations(filesOf([10, 70, 72]))).toEqual([]);
});

test("a tree with more than one long file in twenty is refused", () => {
  const short = Array.from({ length: 18 }, () => 20);
  expect(lengthTrendViolations(filesOf([...short, 251, 260]))[0]).toContain("over 251 lines");
  expect(lengthTrendViolations(filesOf([...short, 250, 260]))).toEqual([]);
});

test("a quantile is the smallest value that covers its share", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(500), { minLength: 1 }),
      fc.double({ min: 0.01, max: 1, noNaN: true }),
      (values, share) => {
        const sorted = values.toSorted((a, b) => a - b);
        const found = quantile(sorted, share);
        const covered = sorted.filter((value) => value <= found).length;
        const below = sorted.filter((value) => value < found).length;
        expect(covered).toBeGreaterThanOrEqual(share * sorted.length);
        expect(below).toBeLessThan(share * sorted.length);
      },
    ),
  );
});

function filesOf(lengths: readonly number[]): { path: string; lines: number }[] {
  return lengths.map((lines, index) => ({ path: `model/${index}.ts`, lines }));
}
