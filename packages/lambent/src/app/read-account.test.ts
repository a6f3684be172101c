import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { readAccount } from "./read-account.ts";
import { sumUnread, unreadOf } from "./sum-readings.ts";

const folder = mkdtempSync(join(tmpdir(), "lambent-account-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const ALL = { functionName: null, range: null };

const line = (id: string, minute: number): string =>
  `2026-03-04T05:${String(minute).padStart(2, "0")}:00.000Z REPORT RequestId: ${id}\tDuration: 5.00 ms\tBilled Duration: 5 ms\tMemory Size: 128 MB\tMax Memory Used: 30 MB\n`;
function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

describe("a set of logs", () => {
  const one = file("one.log", line("a", 0) + line("b", 1) + line("a", 2));
  const two = file(
    "two.log",
    line("b", 1) + line("c", 3) + "2026-03-04T05:09:00.000Z REPORT RequestId: d\n",
  );

  test("is read in the order of its paths; what stands in two counts once, a retry twice", async () => {
    const { readings, unreadable, seenFull } = await readAccount([one, two], ALL);
    expect(readings.map((each) => [each.name, each.invocations, each.duplicates])).toEqual([
      [one, 3, 0],
      [two, 1, 1],
    ]);
    expect(unreadable).toEqual([]);
    expect(seenFull).toBe(false);
    expect(sumUnread(readings.map(unreadOf))).toEqual({
      malformedReports: 1,
      examples: ["REPORT RequestId: d"],
      orphanFailures: 0,
      unfinished: 0,
      billingMismatches: 0,
      droppedRecords: 0,
      duplicates: 1,
    });
  });

  test("only what is in the period counts", async () => {
    const at = (minute: number): number => Date.UTC(2026, 2, 4, 5, minute);
    const range = { startMs: at(1), endMs: at(2) };
    const { readings } = await readAccount([one, two], { ...ALL, range });
    expect(readings.map((each) => each.invocations)).toEqual([2, 0]);
  });

  test("progress ends with all bytes", async () => {
    const told: (readonly [number, number | null])[] = [];
    const { readings } = await readAccount([one, two], ALL, (done, total) =>
      told.push([done, total]),
    );
    const bytes = readings.reduce((sum, each) => sum + each.bytes, 0);
    expect(told.at(-1)).toEqual([bytes, bytes]);
    expect(bytes).toBeGreaterThan(500);
  });

  test.skipIf(process.platform === "win32")(
    "a link that leads to nothing is told, and the rest is read",
    async () => {
      symlinkSync(join(folder, "nowhere"), join(folder, "zz.log"));
      const { readings, unreadable } = await readAccount([folder], ALL);
      expect(readings).toHaveLength(2);
      expect(unreadable.map((each) => each.name)).toEqual([join(folder, "zz.log")]);
    },
  );

  test("a path that is not there is a problem", async () => {
    await expect(readAccount([join(folder, "missing")], ALL)).rejects.toMatchObject({
      code: "LAMBENT_PATH_NOT_FOUND",
    });
  });
});

test("of the unreadable lines of all sources the first five are shown", () => {
  const part = (name: string) =>
    unreadOf({
      duplicates: 1,
      tally: {
        malformedReports: 3,
        examples: [1, 2, 3].map((i) => `${name}${i}`),
        orphanFailures: 2,
        unfinished: 4,
        billingMismatches: 5,
        droppedRecords: 6,
      },
    });
  expect(sumUnread([part("a"), part("b")])).toEqual({
    malformedReports: 6,
    examples: ["a1", "a2", "a3", "b1", "b2"],
    orphanFailures: 4,
    unfinished: 8,
    billingMismatches: 10,
    droppedRecords: 12,
    duplicates: 2,
  });
  expect(sumUnread([]).examples).toEqual([]);
});
