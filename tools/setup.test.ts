import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { firstDifference, isSupportedNode } from "./setup.mjs";

describe("the Node that engines allows", () => {
  test.each(["20.19.0", "20.20.2", "22.12.0", "22.21.1", "23.0.0", "24.4.1"])("%s", (version) => {
    expect(isSupportedNode(version)).toBe(true);
  });
});

describe("the Node that engines refuses", () => {
  test.each(["18.20.8", "20.18.3", "21.7.3", "22.11.0", ""])("%s", (version) => {
    expect(isSupportedNode(version)).toBe(false);
  });
});

test("every package.json states the range that is checked", () => {
  for (const path of ["../package.json", "../packages/lambent/package.json"]) {
    const manifest = JSON.parse(readFileSync(new URL(path, import.meta.url), "utf8"));
    expect(manifest.engines.node).toBe("^20.19.0 || >=22.12.0");
  }
});

describe("what has to be installed", () => {
  const locked = {
    packages: {
      "": { version: "1.0.0" },
      "packages/lambent": { version: "0.1.0" },
      "node_modules/lambent": { link: true },
      "node_modules/a": { version: "1.0.0", integrity: "sha512-a" },
      "node_modules/only-elsewhere": { version: "1.0.0", optional: true },
    },
  };
  const installed = {
    packages: {
      "node_modules/lambent": { link: true },
      "node_modules/a": { version: "1.0.0", integrity: "sha512-a" },
    },
  };

  test("nothing, where npm's record agrees with the lock", () => {
    expect(firstDifference(locked, installed)).toBeNull();
  });

  test("a missing package, unless it is made for another machine", () => {
    expect(firstDifference(locked, { packages: {} })).toBe("node_modules/lambent");
    const withoutA = { packages: { "node_modules/lambent": { link: true } } };
    expect(firstDifference(locked, withoutA)).toBe("node_modules/a");
  });

  test("a package of another version, or of other bytes", () => {
    const other = { version: "1.0.1", integrity: "sha512-a" };
    const changed = { packages: { ...installed.packages, "node_modules/a": other } };
    expect(firstDifference(locked, changed)).toBe("node_modules/a");
    const forged = { version: "1.0.0", integrity: "sha512-b" };
    const bytes = { packages: { ...installed.packages, "node_modules/a": forged } };
    expect(firstDifference(locked, bytes)).toBe("node_modules/a");
  });
});
