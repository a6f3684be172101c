import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

interface LockedPackage {
  readonly version?: string;
  readonly resolved?: string;
  readonly link?: boolean;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const lock = JSON.parse(readFileSync(new URL("../package-lock.json", import.meta.url), "utf8")) as {
  readonly packages: Readonly<Record<string, LockedPackage>>;
};
const packages = Object.entries(lock.packages);

// A mirror that lags behind gives a lock without the binaries of other platforms, and `npm ci`
// refuses such a lock on every machine.
test("every platform's binaries are in the lock", () => {
  const names = new Set(packages.map(([path]) => path.split("node_modules/").at(-1)));
  const wanted = packages.flatMap(([path, { optionalDependencies }]) =>
    Object.keys(optionalDependencies ?? {}).map((name) => ({ path, name })),
  );
  expect(wanted.length).toBeGreaterThan(50);
  expect(wanted.filter(({ name }) => !names.has(name))).toEqual([]);
});

test("the lock names no registry: each machine uses its own", () => {
  const named = packages.filter(
    ([, { resolved, link }]) => link !== true && resolved !== undefined,
  );
  expect(named).toEqual([]);
});
