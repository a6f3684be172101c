import { expect, test } from "vitest";
import { directionViolations } from "./direction.mjs";
import { REASONS } from "./laws.mjs";
import { readModules } from "./modules.mjs";
import { plantTree } from "./planted-tree.ts";

/** Modules that are fine by themselves, for a planted one to import. */
const STREET = {
  "model/invocation.ts": "export const a = 1;\n",
  "pricing/cost.ts": "export const b = 1;\n",
  "metrics/totals.ts": "export const c = 1;\n",
  "metrics/bins/bin.ts": "export const d = 1;\n",
  "store/store.ts": "export interface Store { readonly n: number }\n",
  "store/embedded/open.ts": 'import * as duckdb from "@duckdb/node-api";\nexport { duckdb };\n',
  "render/text.ts": "export const e = 1;\n",
  "app/report.ts": "export const f = 1;\n",
  "cli/main.ts": "export const g = 1;\n",
};

function violationsOf(path: string, text: string): string[] {
  return directionViolations(readModules(plantTree({ ...STREET, [path]: text })));
}

test("the street itself is lawful", () => {
  const modules = readModules(plantTree(STREET));
  expect(modules).toHaveLength(Object.keys(STREET).length);
  expect(directionViolations(modules)).toEqual([]);
});

test.each([
  ["model/x.ts", 'import type { b } from "../pricing/cost.ts";', REASONS.model],
  ["model/x.ts", 'import { readFileSync } from "node:fs";', REASONS.pure],
  ["statistics/x.ts", 'import { b } from "../pricing/cost.ts";', REASONS.foundation],
  ["cpu/x.ts", 'import * as zod from "zod";', REASONS.pure],
  ["render/x.ts", 'import { c } from "../metrics/totals.ts";', REASONS.render],
  ["render/x.ts", 'const path = await import("node:path");', REASONS.pure],
  ["advice/x.ts", 'import { c } from "../metrics/totals.ts";', REASONS.room],
  ["advice/x.ts", 'import { type c } from "../metrics/totals.ts";', REASONS.room],
  ["advice/x.ts", 'export { c } from "../metrics/totals.ts";', REASONS.room],
  ["advice/x.ts", 'export * from "../metrics/totals.ts";', REASONS.room],
  ["advice/x.ts", 'const it = await import("../metrics/totals.ts");', REASONS.room],
  ["advice/deep/x.ts", 'import { c } from "../../metrics/totals.ts";', REASONS.room],
  ["advice/x.ts", 'import type { d } from "../metrics/bins/bin.ts";', REASONS.inside],
  ["advice/x.ts", 'import { e } from "../render/text.ts";', REASONS.rendering],
  ["advice/x.ts", 'import { f } from "../app/report.ts";', REASONS.downward],
  ["advice/x.ts", 'import type { duckdb } from "../store/embedded/open.ts";', REASONS.adapter],
  ["store/x.ts", 'import { duckdb } from "./embedded/open.ts";', REASONS.adapter],
  ["store/cluster/x.ts", 'import { duckdb } from "../embedded/open.ts";', REASONS.adapter],
  ["app/x.ts", 'import { duckdb } from "../store/embedded/open.ts";', REASONS.adapter],
  ["cli/x.ts", 'const it = await import("../store/embedded/open.ts");', REASONS.adapter],
  ["app/x.ts", 'import * as duckdb from "@duckdb/node-api";', REASONS.heavy],
  ["app/x.ts", 'import { g } from "../cli/main.ts";', REASONS.downward],
  ["cli/x.ts", 'import { c } from "../metrics/totals.ts";', REASONS.cli],
  ["server/x.ts", 'import { c } from "../metrics/totals.ts";', REASONS.server],
  ["kitchen/x.ts", "export const x = 1;", REASONS.unknown],
])("a planted %s with %s is refused", (path, text, reason) => {
  const violations = violationsOf(path, `${text}\n`);
  expect(violations).toHaveLength(1);
  expect(violations[0]).toContain(path);
  expect(violations[0]).toContain(reason);
});

test.each([
  ["pricing/x.ts", 'import { a } from "../model/invocation.ts";'],
  ["advice/x.ts", 'import { b } from "../pricing/cost.ts";'],
  ["advice/x.ts", 'import type { c } from "../metrics/totals.ts";'],
  ["advice/x.ts", 'import { readFileSync } from "node:fs";'],
  ["advice/x.test.ts", 'import { c } from "../metrics/totals.ts";'],
  ["app/x.ts", 'import { c } from "../metrics/totals.ts";'],
  ["app/x.ts", 'const it = await import("../store/embedded/open.ts");'],
  ["store/embedded/x.ts", 'import { duckdb } from "./open.ts";'],
  ["store/embedded/x.ts", 'import type { Store } from "../store.ts";'],
  ["cli/x.ts", 'import { f } from "../app/report.ts"; import { e } from "../render/text.ts";'],
  ["server/x.ts", 'import type { Store } from "../store/store.ts";'],
  ["render/x.ts", 'import stringWidth from "string-width";'],
  ["index.ts", 'export { c } from "./metrics/totals.ts";'],
])("a planted %s with %s is lawful", (path, text) => {
  expect(violationsOf(path, `${text}\n`)).toEqual([]);
});
