import { spawn } from "node:child_process";
import { mkdirSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Assessment } from "../../packages/lambent/src/model/assessment.ts";
import { failedInvocation, reportLine, reportLines } from "./log-lines.ts";
import { lambent, TOOL } from "./run-tool.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const cwd = temporaryFolder();

interface Ingested {
  readonly invocations: number;
  readonly logEvents: number;
  readonly duplicates: number;
  readonly objects: number;
  readonly replaced: number;
  readonly unchanged: number;
  readonly interrupted: boolean;
}

async function ingest(...args: string[]): Promise<Ingested> {
  const run = await lambent(["ingest", ...args, "--format", "json"], { cwd });
  expect([run.code, run.stderr]).toEqual([0, ""]);
  return JSON.parse(run.stdout) as Ingested;
}

async function report(...args: string[]): Promise<Omit<Assessment, "sources">> {
  const { code, stdout, stderr } = await lambent(["report", ...args, "--format", "json"], { cwd });
  expect([code, stderr]).toEqual([0, expect.not.stringContaining("LAMBENT_")]);
  const { sources, ...rest } = JSON.parse(stdout) as Assessment;
  expect(sources.length).toBeGreaterThan(0);
  return rest;
}

function logs(folder: string, files: Readonly<Record<string, string>>): string {
  mkdirSync(join(cwd, folder), { recursive: true });
  for (const [name, text] of Object.entries(files)) {
    const bytes = name.endsWith(".gz") ? gzipSync(text) : Buffer.from(text);
    writeFileSync(join(cwd, folder, name), bytes);
  }
  return folder;
}

describe("lambent ingest", () => {
  const mixed = {
    "a.gz": `${reportLines(30, { initDurationMs: 200.5 })}${failedInvocation(30, "No seats left")}`,
    "b.log": `${reportLines(10)}${reportLine({ index: 40, durationMs: 900.25 })}2026-01-01T02:00:00.000Z REPORT RequestId: damaged\tDuration: x ms\n`,
    "plain.txt": `START RequestId: 5\nREPORT RequestId: 0e0e0000-0000-4000-8000-000000000099\tDuration: 3.5 ms\tBilled Duration: 4 ms\tMemory Size: 128 MB\tMax Memory Used: 60 MB\n`,
  };

  test("then a report of the store's path is a report of the store, unless logs stand beside it", async () => {
    const folder = logs("path", mixed);
    await ingest(folder, "--store", "path.duckdb");
    expect(await report("path.duckdb")).toEqual(await report("--store", "path.duckdb"));
    const both = await lambent(["report", "path.duckdb", folder], { cwd });
    expect([both.code, both.stderr]).toEqual([
      2,
      expect.stringContaining("path.duckdb is a store"),
    ]);
  });

  test("then report --store says what report says of the logs", async () => {
    const folder = logs("same", mixed);
    const { invocations, duplicates, objects } = await ingest(folder, "--store", "same.duckdb");
    expect({ invocations, duplicates, objects }).toEqual({
      invocations: 33,
      duplicates: 10,
      objects: 3,
    });
    const direct = await report(folder);
    expect(direct.totals.invocations).toBe(33);
    expect(direct.unread).toMatchObject({ malformedReports: 1, duplicates: 10 });
    expect(await report("--store", "same.duckdb")).toEqual(direct);
  });

  test("twice changes nothing; a file that grew is read again", async () => {
    const folder = logs("twice", mixed);
    const first = await ingest(folder, "--store", "twice.duckdb");
    expect(first.logEvents).toBe(48);
    const bytes = statSync(join(cwd, "twice.duckdb")).size;
    expect(await ingest(folder, "--store", "twice.duckdb")).toMatchObject({
      invocations: 0,
      logEvents: 0,
      objects: 0,
      unchanged: 3,
    });
    expect(statSync(join(cwd, "twice.duckdb")).size).toBe(bytes);
    logs("twice", { "b.log": `${mixed["b.log"]}${reportLine({ index: 50 })}` });
    expect(await ingest(folder, "--store", "twice.duckdb")).toMatchObject({
      objects: 1,
      replaced: 1,
      unchanged: 2,
    });
    expect(await report("--store", "twice.duckdb")).toEqual(await report(folder));
  });

  test("--no-log-events stores invocations only; --keep deletes what is old", async () => {
    const folder = logs("keep", { "a.log": reportLines(5, { startMs: Date.UTC(2020, 0, 1) }) });
    expect(await ingest(folder, "--store", "keep.duckdb", "--no-log-events")).toMatchObject({
      invocations: 5,
      logEvents: 0,
    });
    expect(await ingest(folder, "--store", "keep.duckdb", "--keep", "30d")).toMatchObject({
      logEvents: 5,
      forgotten: { invocations: 5, logEvents: 5 },
    });
  });

  test("many rows through the reading threads give the same as one thread", async () => {
    const lines = (from: number): string =>
      Array.from({ length: 60_000 }, (_, i) =>
        reportLine({ index: from + i, durationMs: ((from + i) % 5000) + 0.25 }),
      ).join("");
    // Stored, not compressed: threads read only what is large.
    const folder = logs("threads", { "a.log": lines(0), "b.log": lines(60_000) });
    expect(await ingest(folder, "--store", "threads.duckdb")).toMatchObject({
      invocations: 120_000,
      logEvents: 120_000,
    });
    expect(await report("--store", "threads.duckdb")).toEqual(await report(folder));
  });

  test.skipIf(process.platform === "win32")(
    "an interrupt writes what was read, says how to go on, and the next run ends it",
    async () => {
      const folder = "threads";
      const child = spawn(
        process.execPath,
        [TOOL, "ingest", folder, "--store", "stopped.duckdb", "--commit-rows", "2000"],
        { cwd },
      );
      let stdout = "";
      let stderr = "";
      child.stdout.on("data", (text: Buffer) => (stdout += text.toString()));
      child.stderr.on("data", (text: Buffer) => (stderr += text.toString()));
      const ended = new Promise((resolve) => child.once("close", resolve));
      // As soon as there is a store there is work under way.
      while (statSync(join(cwd, "stopped.duckdb"), { throwIfNoEntry: false }) === undefined) {
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
      child.kill("SIGINT");
      expect(await ended).toBe(130);
      expect(stderr).toContain("Stopping");
      expect(stdout).toContain("Run the same command again to go on.");
      await ingest(folder, "--store", "stopped.duckdb");
      expect(await report("--store", "stopped.duckdb")).toEqual(await report(folder));
    },
  );

  test("problems of the store end the command with a code and a next step", async () => {
    writeFileSync(join(cwd, "foreign.duckdb"), "not a store of ours at all");
    const run = await lambent(["ingest", "same", "--store", "foreign.duckdb"], { cwd });
    expect(run).toMatchObject({ code: 2, stdout: "" });
    expect(run.stderr).toContain("LAMBENT_STORE_FOREIGN");
    const none = await lambent(["report", "--store", "none.duckdb"], { cwd });
    expect(none).toMatchObject({ code: 2, stdout: "" });
    expect(none.stderr).toContain("LAMBENT_STORE_NOT_FOUND");
    const bad = await lambent(["ingest", "same", "--keep", "soon"], { cwd });
    expect(bad.code).toBe(2);
  });
});
