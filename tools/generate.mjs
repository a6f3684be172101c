/**
 * `npm run generate [-- --check]`: writes every file that follows from others. With `--check` it
 * writes nothing, names the files that are out of date and fails.
 */
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { format } from "oxfmt";
import { lintConfig } from "./house/lint-config.mjs";
import { REGISTRIES, partsOf, registryText } from "./registry.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const onlyCheck = process.argv.includes("--check");
/** @type {string[]} */
const changed = [];

await generate(".oxlintrc.json", JSON.stringify(lintConfig()));
for (const registry of REGISTRIES) {
  const folder = join(root, registry.folder);
  if (!existsSync(folder)) throw new Error(`${registry.folder} of tools/registry.mjs is not there`);
  await generate(
    `${registry.folder}/registry.ts`,
    registryText(registry, partsOf(registry, folder)),
  );
}

if (changed.length === 0) console.log("every generated file is up to date");
else if (onlyCheck) {
  console.error(
    `out of date: ${changed.join(", ")}\nRun \`npm run generate\` and commit the result.`,
  );
  process.exitCode = 1;
} else console.log(`written: ${changed.join(", ")}`);

/**
 * @param {string} path relative to the root
 * @param {string} text
 */
async function generate(path, text) {
  const { code, errors } = await format(path, text, { printWidth: 100 });
  if (errors.length > 0) throw new Error(`${path}: ${errors[0]?.message}`);
  const file = join(root, path);
  if (existsSync(file) && readFileSync(file, "utf8") === code) return;
  changed.push(path);
  if (!onlyCheck) writeFileSync(file, code);
}
