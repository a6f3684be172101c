import {
  ADAPTERS,
  ENTRANCES,
  FOLDERS,
  FOUNDATIONS,
  HEAVY_PACKAGES,
  PURE,
  PURE_PACKAGES,
  REASONS,
  ROOMS,
} from "./laws.mjs";
import { resolveImport } from "./modules.mjs";

/**
 * @typedef {import("./modules.mjs").Module} Module
 * @typedef {import("./modules.mjs").ModuleImport} ModuleImport
 * @typedef {import("./modules.mjs").ImportKind} ImportKind
 * @typedef {object} Place
 * @property {string} folder the first folder below src, or `index`
 * @property {boolean} isDeep in a subfolder of it
 * @property {string | null} adapter
 */

/**
 * Every import that goes the wrong way, as `path:line imports target: reason`.
 * @param {readonly Module[]} modules
 * @returns {string[]}
 */
export function directionViolations(modules) {
  return modules
    .filter((module) => !module.isTest)
    .flatMap((module) => [...unknownFolder(module), ...bannedImports(module)]);
}

/**
 * @param {Module} module
 * @returns {string[]}
 */
function unknownFolder(module) {
  const { folder } = placeOf(module.path);
  return FOLDERS.includes(folder) ? [] : [`${module.path} is in ${folder}/: ${REASONS.unknown}`];
}

/**
 * @param {Module} module
 * @returns {string[]}
 */
function bannedImports(module) {
  const from = placeOf(module.path);
  return module.imports.flatMap((request) => {
    const target = resolveImport(module.path, request.specifier);
    const reason =
      target === null
        ? whyPackageBanned(from, request)
        : whyImportBanned(from, placeOf(target), request.kind);
    if (reason === null) return [];
    return [`${module.path}:${request.line} imports ${request.specifier}: ${reason}`];
  });
}

/**
 * @param {Place} from
 * @param {ModuleImport} request
 * @returns {string | null} the reason, or null where the import is fine
 */
function whyPackageBanned(from, { specifier, kind }) {
  if (PURE.includes(from.folder)) {
    /** @type {Record<string, readonly string[]>} */
    const allowed = PURE_PACKAGES;
    return allowed[from.folder]?.includes(specifier) === true ? null : REASONS.pure;
  }
  for (const [name, adapter] of Object.entries(HEAVY_PACKAGES)) {
    const isIt = specifier === name || specifier.startsWith(`${name}/`);
    if (isIt && kind !== "type" && from.adapter !== adapter) return REASONS.heavy;
  }
  return null;
}

/**
 * @param {Place} from
 * @param {Place} to
 * @param {ImportKind} kind
 * @returns {string | null} the reason, or null where the import is fine
 */
function whyImportBanned(from, to, kind) {
  if (to.adapter !== null && to.adapter !== from.adapter) return whyAdapterBanned(from, to, kind);
  if (to.folder === from.folder) return null;
  if (from.folder === "model") return REASONS.model;
  if (to.folder === "model") return null;
  if (FOUNDATIONS.includes(from.folder)) return REASONS.foundation;
  if (from.folder === "render") return REASONS.render;
  if (to.folder === "index" || ENTRANCES.includes(to.folder)) return REASONS.downward;
  if (from.folder === "app" || from.folder === "index") return null;
  if (from.folder === "cli") return ["app", "render"].includes(to.folder) ? null : REASONS.cli;
  if (from.folder === "server") return whyServerBanned(to, kind);
  return whyRoomBanned(to, kind);
}

/**
 * @param {Place} from
 * @param {Place} to
 * @param {ImportKind} kind
 */
function whyAdapterBanned(from, to, kind) {
  if (from.folder === "app" && kind !== "value") return null;
  return from.folder === to.folder && kind === "type" ? null : REASONS.adapter;
}

/**
 * @param {Place} to
 * @param {ImportKind} kind
 */
function whyServerBanned(to, kind) {
  if (["app", "render"].includes(to.folder)) return null;
  return ROOMS.includes(to.folder) && kind === "type" ? null : REASONS.server;
}

/**
 * @param {Place} to
 * @param {ImportKind} kind
 */
function whyRoomBanned(to, kind) {
  if (FOUNDATIONS.includes(to.folder)) return null;
  if (to.folder === "app") return REASONS.downward;
  if (to.folder === "render") return REASONS.rendering;
  if (kind !== "type") return REASONS.room;
  return to.isDeep ? REASONS.inside : null;
}

/**
 * @param {string} path relative to src
 * @returns {Place}
 */
function placeOf(path) {
  const parts = path.split("/");
  const folder = parts.length === 1 ? path.replace(/\.ts$/, "") : (parts[0] ?? "");
  const adapter = ADAPTERS.find((name) => path.startsWith(`${name}/`)) ?? null;
  return { folder, isDeep: parts.length > 2, adapter };
}
