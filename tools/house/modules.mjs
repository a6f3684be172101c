import { readFileSync, readdirSync } from "node:fs";
import { join, posix, relative, sep } from "node:path";
import { parseSync } from "oxc-parser";

/**
 * How a module is asked for: its value at load time, its types only, or by `import()` when needed.
 * @typedef {"value" | "type" | "lazy"} ImportKind
 * @typedef {{ specifier: string, kind: ImportKind, line: number }} ModuleImport
 * @typedef {object} Module
 * @property {string} path relative to the source folder, with `/`
 * @property {string} text
 * @property {number} lines
 * @property {boolean} isTest tests and contract suites; they may look anywhere
 * @property {import("oxc-parser").Program} program
 * @property {readonly ModuleImport[]} imports
 */

/**
 * Every TypeScript module below `folder`.
 * @param {string} folder
 * @returns {Module[]}
 */
export function readModules(folder) {
  return filesBelow(folder)
    .filter((path) => path.endsWith(".ts") && !path.endsWith(".d.ts"))
    .map((path) => readModule(folder, path));
}

/**
 * Paths of all files below `folder`, relative to it, with `/`, sorted.
 * @param {string} folder
 * @returns {string[]}
 */
export function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}

/**
 * Lines of a text; an end of line closes a line and does not open another.
 * @param {string} text
 * @returns {number}
 */
export function countLines(text) {
  if (text === "") return 0;
  return text.split("\n").length - (text.endsWith("\n") ? 1 : 0);
}

/**
 * The module that `specifier` names, relative to the source folder; null for a package.
 * @param {string} from path of the importing module
 * @param {string} specifier
 * @returns {string | null}
 */
export function resolveImport(from, specifier) {
  if (!specifier.startsWith(".")) return null;
  return posix.normalize(posix.join(posix.dirname(from), specifier));
}

/**
 * @param {string} folder
 * @param {string} path
 * @returns {Module}
 */
function readModule(folder, path) {
  const text = readFileSync(join(folder, path), "utf8");
  const parsed = parseSync(path, text, { lang: "ts", sourceType: "module" });
  if (parsed.errors.length > 0) throw new Error(`${path}: ${parsed.errors[0]?.message}`);
  /** @type {ModuleImport[]} */
  const imports = [];
  for (const statement of parsed.program.body) {
    const found = staticImport(statement);
    if (found !== null) imports.push({ ...found, line: lineOf(text, statement.start) });
  }
  for (const { moduleRequest } of parsed.module.dynamicImports) {
    const specifier = text
      .slice(moduleRequest.start, moduleRequest.end)
      .replace(/^["'`]|["'`]$/g, "");
    imports.push({ specifier, kind: "lazy", line: lineOf(text, moduleRequest.start) });
  }
  return {
    path,
    text,
    lines: countLines(text),
    isTest: /\.(?:test|contract)\.ts$/.test(path),
    program: parsed.program,
    imports,
  };
}

/**
 * `import { type T }` counts as a value import: verbatimModuleSyntax keeps the module request.
 * @param {import("oxc-parser").Statement | import("oxc-parser").Directive} statement
 * @returns {{ specifier: string, kind: ImportKind } | null}
 */
function staticImport(statement) {
  if (statement.type === "ImportDeclaration") {
    const kind = statement.importKind === "type" ? "type" : "value";
    return { specifier: statement.source.value, kind };
  }
  if (statement.type === "ExportNamedDeclaration" || statement.type === "ExportAllDeclaration") {
    if (statement.source === null) return null;
    const kind = statement.exportKind === "type" ? "type" : "value";
    return { specifier: statement.source.value, kind };
  }
  return null;
}

/**
 * @param {string} text
 * @param {number} offset
 * @returns {number} 1-based
 */
export function lineOf(text, offset) {
  return text.slice(0, offset).split("\n").length;
}
