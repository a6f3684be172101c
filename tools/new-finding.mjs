/**
 * `npm run new:finding NAME`: the three files of a quick win, named as its id, and its place in the
 * registry. The test that is written fails until the win says what it looks for.
 */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { camelCase } from "./registry.mjs";
import { runNode } from "./run-node.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Path and text of each file of a new quick win.
 * @param {string} name its id, in words joined by `-`
 * @returns {Record<string, string>}
 */
export function findingFiles(name) {
  const constant = camelCase(name);
  const title = name.replaceAll("-", " ");
  const folder = "packages/lambent/src/advice";
  return {
    [`${folder}/${name}.ts`]: `import type { QuickWin } from "./quick-win.ts";

/** Say here: the state it looks for, the threshold, and the source of both. */
export const ${constant}: QuickWin = {
  id: "${name}",
  title: "${title}",
  find: () => [],
};
`,
    [`${folder}/${name}.test.ts`]: `import { expect, test } from "vitest";
import { ${constant} } from "./${name}.ts";

test("a function in this state is found, with evidence and saving", () => {
  expect.fail(\`give \${${constant}.id} a function in its state, and expect the finding\`);
});

test("a function just outside this state is left alone", () => {
  expect.fail(\`give \${${constant}.id} a function just outside its state\`);
});
`,
    [`docs/findings/${name}.md`]: `# ${title.slice(0, 1).toUpperCase()}${title.slice(1)}

\`${name}\`

## Why it matters

Say here what it costs, and where it is found.

## How the figure is made

Say here from what, by which rule, and with which source.

## What to do

Say here the next step.

## When not to follow it

- Say here when the finding is wrong.
`,
  };
}

/**
 * @param {string} name
 * @param {string} folder root of the repository
 * @returns {string | null} why there is nothing to write, or null where the files were written
 */
export function scaffoldFinding(name, folder) {
  if (!/^[a-z]+(?:-[a-z0-9]+)+$/.test(name)) {
    return "give a noun that names the failing state, in words joined by -: oversized-memory";
  }
  const files = findingFiles(name);
  const taken = Object.keys(files).find((path) => existsSync(join(folder, path)));
  if (taken !== undefined) return `${taken} is there already`;
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return null;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const name = process.argv[2] ?? "";
  const refusal = scaffoldFinding(name, root);
  if (refusal === null) {
    console.log(`written:\n  ${Object.keys(findingFiles(name)).join("\n  ")}`);
    process.exitCode = runNode("tools/generate.mjs", []);
  } else {
    console.error(refusal);
    process.exitCode = 2;
  }
}
