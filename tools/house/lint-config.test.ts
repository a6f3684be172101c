import { execFile } from "node:child_process";
import { symlinkSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { lintConfig } from "./lint-config.mjs";
import { plantTree } from "./planted-tree.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const SOURCE = "packages/lambent/src";

/** One module for each rule that has to fail, with the rule that must name it. */
const PLANTED: readonly (readonly [path: string, rule: string, text: string])[] = [
  ["model/upward.ts", "no-restricted-imports", 'import { t } from "../metrics/t.ts";\nt();'],
  ["pricing/upward.ts", "no-restricted-imports", 'import { t } from "../metrics/t.ts";\nt();'],
  ["render/disk.ts", "no-restricted-imports", 'import { rmSync } from "node:fs";\nrmSync("a");'],
  ["render/deep/up.ts", "no-restricted-imports", 'import { t } from "../../metrics/t.ts";\nt();'],
  ["advice/across.ts", "no-restricted-imports", 'import { t } from "../metrics/t.ts";\nt();'],
  ["cli/across.ts", "no-restricted-imports", 'import { t } from "../metrics/t.ts";\nt();'],
  ["app/any.ts", "no-explicit-any", "export function f(a: any): void { a; }"],
  ["app/floats.ts", "no-floating-promises", "export function f(): void { Promise.resolve(1); }"],
  ["app/prints.ts", "no-console", 'console.log("a");'],
  ["app/default.ts", "no-default-export", "export default 1;"],
  ["app/barrel.ts", "no-barrel-file", 'export * from "../metrics/t.ts";'],
  ["app/long.ts", "max-lines", `${"// line\n".repeat(400)}export const a = 1;`],
  ["app/ring.ts", "no-cycle", 'import { r } from "./ring-end.ts";\nexport const q = r;'],
  ["app/ring-end.ts", "no-cycle", 'import { q } from "./ring.ts";\nexport const r = q;'],
  ["app/loose.ts", "eqeqeq", "export const f = (a: number): boolean => a == 1;"],
  ["model/dice.ts", "no-restricted-properties", "export const f = (): number => Math.random();"],
  ["model/env.ts", "no-restricted-globals", "export const f = (): unknown => process.env;"],
];

/** What must stay allowed where the planted ones are refused. */
const LAWFUL: Readonly<Record<string, string>> = {
  "metrics/t.ts": "export function t(): void {}",
  "advice/type.ts": 'import type { t } from "../metrics/t.ts";\nexport type T = typeof t;',
  "render/own/up.ts": 'import { own } from "../own.ts";\nown();',
  "render/own.ts": "export function own(): void {}",
  "app/wires.ts": 'import { t } from "../metrics/t.ts";\nt();',
  "cli/says.ts": 'console.log("a");',
  "advice/x.test.ts": 'import { t } from "../metrics/t.ts";\nt();',
};

test("oxlint refuses each planted violation by its rule, and nothing else", async () => {
  const files = [...PLANTED.map(([path, , text]) => [path, text]), ...Object.entries(LAWFUL)];
  const tree = plantTree({
    ".oxlintrc.json": JSON.stringify(lintConfig()),
    "tsconfig.json": '{ "extends": "./tsconfig.base.json", "include": ["packages"] }',
    "tsconfig.base.json": JSON.stringify({
      compilerOptions: {
        module: "nodenext",
        strict: true,
        noEmit: true,
        allowImportingTsExtensions: true,
      },
    }),
    ...Object.fromEntries(files.map(([path, text]) => [`${SOURCE}/${path}`, `${text}\n`])),
  });
  // oxlint looks for its type-aware part beside the code.
  symlinkSync(join(root, "node_modules"), join(tree, "node_modules"), "junction");
  const found = await lint(tree);
  for (const [path, rule] of PLANTED) {
    expect(found, `${path} must break ${rule}`).toContain(`${path} ${rule}`);
  }
  const innocent = Object.keys(LAWFUL);
  expect(found.filter((line) => innocent.includes(line.split(" ")[0] ?? ""))).toEqual([]);
});

/** `path rule` for each message, the path relative to the source folder. */
async function lint(tree: string): Promise<string[]> {
  const oxlint = join(root, "node_modules/oxlint/bin/oxlint");
  const args = [oxlint, "--type-aware", "--format=json", "packages"];
  const run = promisify(execFile)(process.execPath, args, { cwd: tree });
  const failure = await run.then(
    () => null,
    (error: unknown) => error as { code: number; stdout: string },
  );
  expect(failure?.code).toBe(1);
  const report = JSON.parse(failure?.stdout ?? "") as {
    diagnostics: { filename: string; code: string }[];
  };
  return report.diagnostics.map(({ filename, code }) => {
    const path = filename.replaceAll("\\", "/").split(`${SOURCE}/`)[1] ?? filename;
    return `${path} ${/\(([^)]+)\)/.exec(code)?.[1] ?? code}`;
  });
}
