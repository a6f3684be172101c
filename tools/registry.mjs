import { readdirSync } from "node:fs";

/**
 * A file that lists every part of one kind, made from the folder the parts lie in: adding a part
 * is adding its file.
 * @typedef {object} Registry
 * @property {string} folder relative to the root; the registry is `registry.ts` in it
 * @property {string} constant what it exports
 * @property {string} type of one part
 * @property {string} port file that declares the type
 * @property {readonly string[]} others files of the folder that are no parts
 */

/** @type {readonly Registry[]} */
export const REGISTRIES = [
  {
    folder: "packages/lambent/src/advice",
    constant: "quickWins",
    type: "QuickWin",
    port: "quick-win.ts",
    others: ["advise.ts"],
  },
  {
    folder: "packages/lambent/src/invocations/failure",
    constant: "failureRules",
    type: "FailureRule",
    port: "failure-rule.ts",
    others: ["classify.ts", "evidence.ts"],
  },
];

/**
 * Names of the parts of a registry, without `.ts`, sorted.
 * @param {Registry} registry
 * @param {string} folder where its folder is
 * @returns {string[]}
 */
export function partsOf(registry, folder) {
  const none = ["registry.ts", registry.port, ...registry.others];
  return readdirSync(folder)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts") && !none.includes(file))
    .map((file) => file.slice(0, -".ts".length))
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
