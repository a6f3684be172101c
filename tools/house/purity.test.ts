import { expect, test } from "vitest";
import { readModules } from "./modules.mjs";
import { plantTree } from "./planted-tree.ts";
import { purityViolations } from "./purity.mjs";

test.each([
  ["model/now.ts", "export const now = () => Date.now();", "Date.now"],
  ["statistics/draw.ts", "export const draw = (): number => Math.random();", "Math.random"],
  ["render/stamp.ts", "export const stamp = () => new Date().toISOString();", "new Date()"],
  ["cpu/text.ts", "export const text = () => Date();", "Date()"],
])("a planted %s with %s is refused", (path, text, what) => {
  const violations = purityViolations(readModules(plantTree({ [path]: `\n${text}\n` })));
  expect(violations).toHaveLength(1);
  expect(violations[0]).toContain(`${path}:2 uses ${what}:`);
});

test("dates made from a value are fine, and so is the clock in a room", () => {
  const tree = plantTree({
    "model/day.ts": "export const day = (ms: number) => new Date(ms).getUTCDate();\n",
    "watch/now.ts": "export const now = () => Date.now();\n",
    "model/day.test.ts": "export const now = () => Date.now();\n",
  });
  expect(purityViolations(readModules(tree))).toEqual([]);
});
