import { existsSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { plantTree } from "./house/planted-tree.ts";
import { REGISTRIES, camelCase, partsOf, registryText } from "./registry.mjs";

const registry = {
  folder: "advice",
  constant: "quickWins",
  type: "QuickWin",
  port: "quick-win.ts",
};

test("parts are the files that export a constant of the type", () => {
  const tree = plantTree({
    "advice/quick-win.ts": "export interface QuickWin { readonly id: string }\n",
    "advice/order.ts": "export const order: readonly string[] = [];\n",
    "advice/registry.ts": "export const quickWins: readonly QuickWin[] = [];\n",
    "advice/paid-timeouts.ts": 'export const paidTimeouts: QuickWin = { id: "a" };\n',
    "advice/paid-timeouts.test.ts": 'export const planted: QuickWin = { id: "t" };\n',
    "advice/oversized-memory.ts": 'export const oversizedMemory: QuickWin =\n  { id: "b" };\n',
    "advice/figures/month.ts": 'export const month: QuickWin = { id: "m" };\n',
    "advice/README.md": "",
  });
  expect(partsOf(registry, join(tree, "advice"))).toEqual(["oversized-memory", "paid-timeouts"]);
});

test.each([
  ["of another name", 'export const paid: QuickWin = { id: "a" };\n'],
  [
    "twice",
    'export const paidTimeouts: QuickWin = { id: "a" };\nexport const b: QuickWin = { id: "b" };\n',
  ],
])("a file with a part %s is refused, not left out", (_, text) => {
  const tree = plantTree({ "advice/paid-timeouts.ts": text });
  expect(() => partsOf(registry, join(tree, "advice"))).toThrow(
    "paid-timeouts.ts must export one QuickWin, paidTimeouts",
  );
});

test("the registry imports each part by the name of its file", () => {
  const text = registryText(registry, ["oversized-memory", "paid-timeouts"]);
  expect(text).toContain('import { oversizedMemory } from "./oversized-memory.ts";');
  expect(text).toContain('import { paidTimeouts } from "./paid-timeouts.ts";');
  expect(text).toContain("quickWins: readonly QuickWin[] = [oversizedMemory, paidTimeouts];");
});

test("names with digits and single words", () => {
  expect(camelCase("memory-over-1769")).toBe("memoryOver1769");
  expect(camelCase("timeout")).toBe("timeout");
});

test("every registry that is kept has its folder and its port", () => {
  for (const { folder, port } of REGISTRIES) {
    expect(existsSync(fileURLToPath(new URL(`../${folder}/${port}`, import.meta.url)))).toBe(true);
  }
});
