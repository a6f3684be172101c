import { BANNED_NAMES } from "./laws.mjs";

/**
 * Folders and files whose name says nothing.
 * @param {readonly string[]} paths with `/`
 * @returns {string[]}
 */
export function nameViolations(paths) {
  return paths.flatMap((path) => {
    const bad = path.split("/").find((part) => BANNED_NAMES.includes(part.split(".")[0] ?? ""));
    if (bad === undefined) return [];
    return [`${path}: "${bad}" names no concept, so anything ends up in it; name what is inside`];
  });
}
