import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { filesBelow, readModules } from "../tools/house/modules.mjs";
import { REGISTRIES, partsOf } from "../tools/registry.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const source = join(root, "packages/lambent/src");

describe("every problem a person can meet has a page, and every page a problem", () => {
  const raised = readModules(source)
    .filter((module) => !module.isTest)
    .flatMap((module) => [...module.text.matchAll(/(?<!env\[)["'](LAMBENT_[A-Z0-9_]+)["']/g)])
    .map((match) => match[1] ?? "");
  const codes = [...new Set(raised)].sort();
  const pages = pagesOf("docs/problems");

  test("codes were seen", () => {
    expect(codes.length).toBeGreaterThan(0);
  });

  test("pages and codes are the same", () => {
    expect(pages).toEqual(codes);
  });

  test.each(pages)("%s says what happened, why, and what to do", (page) => {
    const text = readFileSync(join(root, `docs/problems/${page}.md`), "utf8");
    expect(text).toMatch(new RegExp(`^# ${page}$`, "m"));
    expect(text).toMatch(/^# .*\n\n[A-Z`][^\n]{10,}/);
    expect(text).toMatch(/^\*\*Why\.\*\* .{10,}/m);
    expect(text).toMatch(/^\*\*What to do\.\*\* .{10,}/m);
  });
});

describe("every finding has a page, and every page a finding", () => {
  const advice = REGISTRIES.find((registry) => registry.type === "QuickWin");
  const ids = advice === undefined ? [] : partsOf(advice, join(root, advice.folder));

  test("findings were seen", () => {
    expect(ids.length).toBeGreaterThan(0);
  });

  test("pages and findings are the same", () => {
    expect(pagesOf("docs/findings")).toEqual(ids);
  });

  test.each(ids)("%s says why, how the figure is made, and what to do", (id) => {
    const text = readFileSync(join(root, `docs/findings/${id}.md`), "utf8");
    expect(text).toContain(`\n\`${id}\`\n`);
    for (const part of ["Why it matters", "How the figure is made", "What to do"]) {
      expect(text).toMatch(new RegExp(`^## ${part}\\n\\n.{10,}`, "m"));
    }
  });
});

describe("links in the documentation", () => {
  const pages = filesBelow(join(root, "docs"))
    .map((path) => `docs/${path}`)
    .concat(["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "AGENTS.md"])
    .filter((path) => path.endsWith(".md"));
  test.each(pages)("every relative link of %s names a file", (page) => {
    const text = readFileSync(join(root, page), "utf8");
    const targets = [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)].map((match) =>
      posix.join(posix.dirname(page), match[1] ?? ""),
    );
    expect(targets.filter((target) => !existsSync(join(root, target)))).toEqual([]);
  });
});

/** Names of the pages of a folder, without `.md` and the folder's own introduction. */
function pagesOf(folder: string): string[] {
  return readdirSync(join(root, folder))
    .filter((file) => file.endsWith(".md") && file !== "README.md")
    .map((file) => file.slice(0, -".md".length))
    .sort();
}
