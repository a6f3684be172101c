import { resolveImport } from "./modules.mjs";

/**
 * Groups of modules that import each other in a ring. Types count: two files that cannot be
 * understood apart are one concept. `import()` does not: it happens after both are loaded.
 * @param {readonly import("./modules.mjs").Module[]} modules
 * @returns {string[]} `a.ts → b.ts → a.ts: reason`
 */
export function cycleViolations(modules) {
  /** @type {Map<string, string[]>} */
  const graph = new Map();
  for (const module of modules) {
    const targets = module.imports
      .filter((request) => request.kind !== "lazy")
      .map((request) => resolveImport(module.path, request.specifier))
      .filter((target) => target !== null);
    graph.set(module.path, targets);
  }
  /** @type {string[]} */
  const violations = [];
  /** @type {Set<string>} */
  const done = new Set();
  for (const start of graph.keys()) walk(start, []);
  return violations;

  /**
   * @param {string} path
   * @param {readonly string[]} trail
   */
  function walk(path, trail) {
    const back = trail.indexOf(path);
    if (back >= 0) {
      const ring = [...trail.slice(back), path].join(" → ");
      violations.push(`${ring}: files that need each other cannot be read or tested apart`);
      return;
    }
    if (done.has(path)) return;
    for (const target of graph.get(path) ?? []) walk(target, [...trail, path]);
    done.add(path);
  }
}
