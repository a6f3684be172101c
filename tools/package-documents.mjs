import { copyFileSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** What is about the making of Lambent, not its use. */
const NOT_FOR_USERS = "decisions";

/**
 * Puts the licence and the pages of `docs` into a package folder: findings and errors name these
 * pages, so they must be where npm has installed the tool.
 * @param {string} packageFolder
 */
export function copyDocuments(packageFolder) {
  mkdirSync(packageFolder, { recursive: true });
  copyFileSync(join(root, "LICENSE"), join(packageFolder, "LICENSE"));
  const target = join(packageFolder, "docs");
  const pages = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" }).filter(
    (path) => path.endsWith(".md") && !path.startsWith(NOT_FOR_USERS),
  );
  for (const page of pages) {
    const text = readFileSync(join(root, "docs", page), "utf8");
    mkdirSync(dirname(join(target, page)), { recursive: true });
    // In the package, `docs` stands beside `schema`.
    writeFileSync(join(target, page), text.replaceAll("](../packages/lambent/", "](../"));
  }
  const kept = new Set(pages);
  for (const path of readdirSync(target, { recursive: true, encoding: "utf8" })) {
    if (path.endsWith(".md") && !kept.has(path)) rmSync(join(target, path));
  }
}
