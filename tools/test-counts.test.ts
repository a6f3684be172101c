import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { plantTree } from "./house/planted-tree.ts";
import { countTests } from "./test-counts.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

test("skipped tests are neither, and a file that did not load is one failure", () => {
  const testResults = [
    { status: "passed", assertionResults: [{ status: "passed" }, { status: "skipped" }] },
    { status: "failed", assertionResults: [{ status: "failed" }, { status: "passed" }] },
    { status: "failed", assertionResults: [] },
  ];
  expect(countTests({ testResults })).toEqual({ passed: 2, failed: 2 });
});

test("the record of a real run is counted", () => {
  const tree = plantTree({
    "a.test.ts": [
      'import { expect, test } from "vitest";',
      'test("holds", () => expect(1).toBe(1));',
      'test("fails", () => expect(1).toBe(2));',
      'test.skip("waits", () => {});',
    ].join("\n"),
    "b.test.ts": 'import "./absent.ts";\n',
  });
  const record = join(tree, "record.json");
  const vitest = join(root, "node_modules/vitest/vitest.mjs");
  const args = ["run", "--root", tree, "--reporter=json", `--outputFile=${record}`];
  spawnSync(process.execPath, [vitest, ...args], { cwd: root });
  expect(counts(record)).toEqual({ status: 0, stdout: "1 passed, 2 failed\n" });
  expect(counts(join(tree, "absent.json"))).toEqual({ status: 1, stdout: "0 passed, 0 failed\n" });
});

function counts(record: string): { status: number | null; stdout: string } {
  const script = join(root, "tools/test-counts.mjs");
  const { status, stdout } = spawnSync(process.execPath, [script, record], { encoding: "utf8" });
  return { status, stdout };
}
