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
  others: ["order.ts"],
};

test("parts are the files of the folder, without the port, tests and what is named", () => {
  const tree = plantTree({
    "advice/quick-win.ts": "",
    "advice/order.ts": "",
    "advice/registry.ts": "",
    "advice/paid-timeouts.ts": "",
    "advice/paid-timeouts.test.ts": "",
    "advice/oversized-memory.ts": "",
    "advice/figures/month.ts": "",
    "advice/README.md": "",
  });
  expect(partsOf(registry, join(tree, "advice"))).toEqual(["oversized-memory", "paid-timeouts"]);
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
