import { expect, test } from "vitest";
import { cycleViolations } from "./cycles.mjs";
import { readModules } from "./modules.mjs";
import { plantTree } from "./planted-tree.ts";

test("a planted cycle is refused and shown", () => {
  const tree = plantTree({
    "metrics/a.ts": 'import { b } from "./b.ts";\nexport const a = b;\n',
    "metrics/b.ts": 'import { c } from "./c.ts";\nexport const b = c;\n',
    "metrics/c.ts": 'import type { A } from "./a.ts";\nexport const c = 1 as A;\n',
  });
  const violations = cycleViolations(readModules(tree));
  expect(violations).toHaveLength(1);
  expect(violations[0]).toContain("metrics/a.ts → metrics/b.ts → metrics/c.ts → metrics/a.ts");
});

test("a module that imports itself is a cycle", () => {
  const tree = plantTree({ "model/a.ts": 'import "./a.ts";\n' });
  expect(cycleViolations(readModules(tree))).toHaveLength(1);
});

test("two ways to one module and a lazy way back are no cycle", () => {
  const tree = plantTree({
    "metrics/a.ts": 'import "./b.ts";\nimport "./c.ts";\n',
    "metrics/b.ts": 'import "./d.ts";\n',
    "metrics/c.ts": 'import "./d.ts";\n',
    "metrics/d.ts": 'export const load = () => import("./a.ts");\n',
  });
  expect(cycleViolations(readModules(tree))).toEqual([]);
});
