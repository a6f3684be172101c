import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { plantTree } from "../tools/house/planted-tree.ts";

const knip = fileURLToPath(new URL("../node_modules/knip/bin/knip.js", import.meta.url));

test("knip refuses a planted dead export and a planted dead file", () => {
  const tree = plantTree({
    "package.json": '{ "name": "planted", "type": "module", "workspaces": ["packages/lambent"] }',
    "packages/lambent/package.json": '{ "name": "lambent", "type": "module" }',
    "knip.json": JSON.stringify({
      workspaces: { "packages/lambent": { entry: ["src/index.ts"], project: ["src/**/*.ts"] } },
    }),
    "packages/lambent/src/index.ts": 'export { used } from "./part.ts";\n',
    "packages/lambent/src/part.ts": "export const used = 1;\nexport const deadExport = 2;\n",
    "packages/lambent/src/dead-file.ts": "export const alone = 1;\n",
  });
  const result = spawnSync(process.execPath, [knip, "--no-progress"], {
    cwd: tree,
    encoding: "utf8",
  });
  expect(result.status).toBe(1);
  expect(result.stdout).toContain(join("src", "dead-file.ts").replaceAll("\\", "/"));
  expect(result.stdout).toContain("deadExport");
  expect(result.stdout).not.toMatch(/\bused +/);
});
