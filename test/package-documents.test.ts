import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join, posix } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, expect, test } from "vitest";
import { filesBelow } from "../tools/house/modules.mjs";
import { copyDocuments } from "../tools/package-documents.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const packageFolder = join(root, "packages/lambent");
const folder = mkdtempSync(join(tmpdir(), "lambent-package-"));

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("the package brings its licence and every page that a finding or an error names", () => {
  const old = join(folder, "docs/findings/renamed-since.md");
  mkdirSync(join(folder, "docs/findings"), { recursive: true });
  writeFileSync(old, "");
  copyDocuments(folder);
  expect(existsSync(old)).toBe(false);
  expect(readFileSync(join(folder, "LICENSE"), "utf8")).toContain("MIT License");
  for (const room of ["findings", "problems"]) {
    expect(filesBelow(join(folder, "docs", room))).toEqual(filesBelow(join(root, "docs", room)));
  }

  copyFileSync(join(packageFolder, "README.md"), join(folder, "README.md"));
  cpSync(join(packageFolder, "schema"), join(folder, "schema"), { recursive: true });
  const dead = filesBelow(folder)
    .filter((page) => page.endsWith(".md"))
    .flatMap((page) => {
      const text = readFileSync(join(folder, page), "utf8");
      return [...text.matchAll(/\]\((?!https?:|#|mailto:)([^)#\s]+)[^)]*\)/g)].map((match) =>
        posix.join(posix.dirname(page), match[1] ?? ""),
      );
    })
    .filter((target) => !existsSync(join(folder, target)));
  expect(dead).toEqual([]);
});

test("npm packs the pages", () => {
  const manifest = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8")) as {
    files: string[];
  };
  expect(manifest.files).toContain("docs");
});
