import { spawnSync } from "node:child_process";
import { cpSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { plantTree } from "./house/planted-tree.ts";
import { filesBelow } from "./house/modules.mjs";
import { findingFiles, scaffoldFinding } from "./new-finding.mjs";
import { REGISTRIES, partsOf } from "./registry.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

test("a new finding compiles, is a part of its registry, and fails its test", () => {
  const tree = plantTree({ "package.json": '{ "type": "module" }' });
  cpSync(join(root, "packages/lambent/src"), join(tree, "packages/lambent/src"), {
    recursive: true,
    filter: (path) => !path.endsWith(".test.ts"),
  });
  cpSync(join(root, "tsconfig.base.json"), join(tree, "tsconfig.base.json"));
  symlinkSync(join(root, "node_modules"), join(tree, "node_modules"), "junction");
  expect(scaffoldFinding("slow-dependency", tree)).toBeNull();

  const advice = REGISTRIES.find(({ type }) => type === "QuickWin");
  expect(advice && partsOf(advice, join(tree, advice.folder))).toContain("slow-dependency");
  const paths = Object.keys(findingFiles("slow-dependency"));
  const files = paths.filter((path) => path.endsWith(".ts"));
  const options = { noEmit: true, allowImportingTsExtensions: true, types: ["node"] };
  writeFileSync(
    join(tree, "tsconfig.json"),
    JSON.stringify({ extends: "./tsconfig.base.json", compilerOptions: options, files }),
  );
  expect(run(tree, "typescript/bin/tsc", ["-p", "."])).toEqual({ status: 0, stdout: "" });
  expect(run(tree, "vitest/vitest.mjs", ["run", "--root", tree]).stdout).toContain("2 failed");
  expect(run(tree, "oxfmt/bin/oxfmt", ["--check", ...paths]).status).toBe(0);
});

test("a name that is taken or that is no noun phrase is refused, and nothing is written", () => {
  const tree = plantTree({ "docs/findings/paid-timeouts.md": "mine" });
  expect(scaffoldFinding("paid-timeouts", tree)).toContain("paid-timeouts.md is there already");
  for (const name of ["", "Timeouts", "timeouts", "../paid-timeouts", "paid_timeouts"]) {
    expect(scaffoldFinding(name, tree)).toContain("words joined by -");
  }
  expect(filesBelow(tree)).toEqual(["docs/findings/paid-timeouts.md"]);
  expect(readFileSync(join(tree, "docs/findings/paid-timeouts.md"), "utf8")).toBe("mine");
});

function run(
  cwd: string,
  script: string,
  args: readonly string[],
): { status: number | null; stdout: string } {
  const { status, stdout } = spawnSync(
    process.execPath,
    [join(root, "node_modules", script), ...args],
    { cwd, encoding: "utf8" },
  );
  return { status, stdout };
}
