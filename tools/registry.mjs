import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * A file that lists every part of one kind, made from the folder the parts lie in: adding a part
 * is adding its file.
 * @typedef {object} Registry
 * @property {string} folder relative to the root; the registry is `registry.ts` in it
 * @property {string} constant what it exports
 * @property {string} type of one part
 * @property {string} port file that declares the type
 */

/** @type {readonly Registry[]} */
export const REGISTRIES = [
  {
    folder: "packages/lambent/src/advice",
    constant: "quickWins",
    type: "QuickWin",
    port: "quick-win.ts",
  },
  {
    folder: "packages/lambent/src/invocations/failure",
    constant: "failureRules",
    type: "FailureRule",
    port: "failure-rule.ts",
  },
];

/**
 * Names of the parts of a registry, without `.ts`, sorted. A part is a file that exports a constant
 * of the registry's type; the constant has the name of the file.
 * @param {Registry} registry
 * @param {string} folder where its folder is
 * @returns {string[]}
 * @throws {Error} where the constant has another name, or a file holds several
 */
export function partsOf(registry, folder) {
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
    .flatMap((file) => {
      const text = readFileSync(join(folder, file), "utf8");
      const constants = [...text.matchAll(/^export const (\w+): (\w+)\s*=/gm)]
        .filter((match) => match[2] === registry.type)
        .map((match) => match[1]);
      if (constants.length === 0) return [];
      const name = file.slice(0, -".ts".length);
      if (constants.length > 1 || constants[0] !== camelCase(name)) {
        throw new Error(
          `${registry.folder}/${file} must export one ${registry.type}, ${camelCase(name)}; ` +
            `it exports ${constants.join(", ")}`,
        );
      }
      return [name];
    })
    .sort();
}

/**
 * The text of `registry.ts`, before formatting.
 * @param {Registry} registry
 * @param {readonly string[]} parts
 * @returns {string}
 */
export function registryText(registry, parts) {
  const imports = parts.map((part) => `import { ${camelCase(part)} } from "./${part}.ts";`);
  return [
    "// Made by `npm run generate` from the files of this folder; do not edit.",
    ...imports,
    `import type { ${registry.type} } from "./${registry.port}";`,
    "",
    `/** Every ${registry.type}, by file name. */`,
    `export const ${registry.constant}: readonly ${registry.type}[] = [${parts.map(camelCase).join(", ")}];`,
    "",
  ].join("\n");
}

/**
 * `oversized-memory` → `oversizedMemory`
 * @param {string} name
 * @returns {string}
 */
export function camelCase(name) {
  return name.replace(/-([a-z0-9])/g, (_, letter) => String(letter).toUpperCase());
}
