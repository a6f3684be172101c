import { PURE } from "./laws.mjs";
import { lineOf } from "./modules.mjs";

/**
 * Uses of the clock or of randomness in folders that must give the same answer every time. Global
 * objects of Node (`process`, `performance`, …) are left to the linter, which knows scopes.
 * @param {readonly import("./modules.mjs").Module[]} modules
 * @returns {string[]}
 */
export function purityViolations(modules) {
  return modules
    .filter((module) => !module.isTest && PURE.includes(module.path.split("/")[0] ?? ""))
    .flatMap((module) =>
      impureNodes(module.program).map(
        ({ what, start }) =>
          `${module.path}:${lineOf(module.text, start)} uses ${what}: ` +
          `a pure folder gives the same answer every time; take the value as an argument`,
      ),
    );
}

/**
 * @typedef {{ type?: unknown, name?: unknown, start?: number, object?: Node, property?: Node, callee?: Node, arguments?: unknown[] }} Node
 *
 * @param {unknown} tree
 * @returns {{ what: string, start: number }[]}
 */
function impureNodes(tree) {
  /** @type {{ what: string, start: number }[]} */
  const found = [];
  visit(tree);
  return found;

  /** @param {unknown} value */
  function visit(value) {
    if (typeof value !== "object" || value === null) return;
    const node = /** @type {Node} */ (value);
    const what = impurity(node);
    if (what !== null) found.push({ what, start: node.start ?? 0 });
    Object.values(value).forEach(visit);
  }
}

/**
 * @param {Node} node
 * @returns {string | null}
 */
function impurity(node) {
  if (node.type === "MemberExpression") {
    const name = `${String(node.object?.name)}.${String(node.property?.name)}`;
    return ["Math.random", "Date.now"].includes(name) ? name : null;
  }
  if (node.callee?.name !== "Date") return null;
  if (node.type === "CallExpression") return "Date()";
  return node.type === "NewExpression" && node.arguments?.length === 0 ? "new Date()" : null;
}
