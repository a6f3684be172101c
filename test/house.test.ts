import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { cycleViolations } from "../tools/house/cycles.mjs";
import { directionViolations } from "../tools/house/direction.mjs";
import { lengthTrendViolations, lengthViolations } from "../tools/house/lengths.mjs";
import { countLines, filesBelow, readModules } from "../tools/house/modules.mjs";
import { nameViolations } from "../tools/house/names.mjs";
import { purityViolations } from "../tools/house/purity.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const modules = readModules(join(root, "packages/lambent/src"));

describe("the house laws hold in packages/lambent/src", () => {
  test("its modules were seen, and their imports", () => {
    expect(modules.length).toBeGreaterThan(20);
    expect(modules.flatMap((module) => module.imports).length).toBeGreaterThan(20);
  });

  test("every relative import names a file", () => {
    const paths = new Set(modules.map((module) => module.path));
    const dangling = modules
      .flatMap((module) =>
        module.imports
          .filter((request) => request.specifier.startsWith("."))
          .map((request) => new URL(request.specifier, `file:///src/${module.path}`).pathname),
      )
      .filter((path) => path.startsWith("/src/") && !paths.has(path.slice("/src/".length)));
    expect(dangling).toEqual([]);
  });

  test("imports go one way", () => {
    expect(directionViolations(modules)).toEqual([]);
  });

  test("nothing imports itself in a ring", () => {
    expect(cycleViolations(modules)).toEqual([]);
  });

  test("pure folders know no clock and no randomness", () => {
    expect(purityViolations(modules)).toEqual([]);
  });

  test("files stay small on the whole", () => {
    expect(lengthTrendViolations(modules.filter((module) => !module.isTest))).toEqual([]);
  });
});

describe("the house laws hold in every file", () => {
  const folders = ["packages/lambent/src", "packages/lambent/bin", "tools", "test", "bench"];
  const paths = folders
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => filesBelow(join(root, folder)).map((path) => `${folder}/${path}`));
  const code = paths.filter((path) => /\.[cm]?[jt]s$/.test(path));

  test("no file is over the limit", () => {
    expect(code.length).toBeGreaterThan(30);
    const files = code.map((path) => ({
      path,
      lines: countLines(readFileSync(join(root, path), "utf8")),
    }));
    expect(lengthViolations(files)).toEqual([]);
  });

  test("every name says what is inside", () => {
    expect(nameViolations(paths)).toEqual([]);
  });
});
