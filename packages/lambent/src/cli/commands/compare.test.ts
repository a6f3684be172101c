import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { runCommandHere } from "../../../../../test/run-command-here.ts";

let folder = "";
let before = "";
let after = "";

const report = (i: number, aboutMs: number): string =>
  `2026-01-01T00:00:${String(i).padStart(2, "0")}.000Z REPORT RequestId: ${aboutMs}00000-0000-4000-8000-0000000000${String(i).padStart(2, "0")}\tDuration: ${aboutMs + (i % 7)}.00 ms\tBilled Duration: ${aboutMs + (i % 7)} ms\tMemory Size: 512 MB\tMax Memory Used: 90 MB\t\n`;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "lambent-compare-"));
  before = join(folder, "before.log");
  after = join(folder, "after.log");
  const lines = (aboutMs: number): string =>
    Array.from({ length: 40 }, (_, i) => report(i, aboutMs)).join("");
  await writeFile(before, lines(200));
  await writeFile(after, lines(100));
});

afterAll(() => rm(folder, { recursive: true, force: true }));

const run = (...args: string[]): ReturnType<typeof runCommandHere> =>
  runCommandHere(["compare", ...args]);

test("two files give a sentence that says faster", async () => {
  const { code, out, err } = await run(before, after, "--function", "orders");
  expect([code, err]).toEqual([0, ""]);
  expect(out).toMatch(/orders +better\n +The mean duration fell by 100 ms .*: faster on\s+average/);
});

test("JSON for machines, and an answer in a file", async () => {
  const { out } = await run(before, after, "--function", "orders", "-f", "json");
  expect(JSON.parse(out)).toMatchObject({ kind: "comparison", functions: [{ name: "orders" }] });
  const file = join(folder, "change.md");
  const toFile = await run(before, after, "-f", "markdown", "-o", file);
  expect([toFile.code, toFile.out]).toEqual([0, ""]);
  expect(await readFile(file, "utf8")).toMatch(/^# What changed\n/);
});

test.each([
  [["only-one"], "LAMBENT_USAGE"],
  [["a", "b", "c"], "LAMBENT_USAGE"],
  [["--store", "x.duckdb"], "LAMBENT_USAGE"],
  [["a", "--before-version", "new", "--after-version", "2"], "LAMBENT_USAGE"],
  [["a", "--before", "soon", "--after", "later"], "LAMBENT_PERIOD"],
])("%j ends with code 2 and %s", async (args, problem) => {
  const { code, out, err } = await run(...args);
  expect([code, out]).toEqual([2, ""]);
  expect(err).toContain(problem);
});
