import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, test } from "vitest";
import { reportLines } from "./log-lines.ts";
import { TOOL } from "./run-tool.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const cwd = temporaryFolder();
const lines = reportLines(5_000);

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stderr: string;
  readonly tookMs: number;
}

/** Runs a command that reads standard input, and stops it in the middle of reading. */
async function interrupted(
  args: readonly string[],
  { again = false, close = false }: { readonly again?: boolean; readonly close?: boolean } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [TOOL, ...args], { cwd });
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  child.stdout.resume();
  child.stdin.on("error", () => undefined);
  // Done when all but a pipe's buffer of it was read: then the command is at work.
  await new Promise((resolve) => child.stdin.write(lines, resolve));
  const started = performance.now();
  child.kill("SIGINT");
  // What it says first shows that it heard.
  if (again || close) await once(child.stderr, "data");
  if (again) child.kill("SIGINT");
  if (close) child.stdin.end();
  const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
  return { code, signal, stderr, tookMs: performance.now() - started };
}

/** As a shell shows it in `$?`. */
function exitCode({ code, signal }: Ended): number | null {
  return signal === "SIGINT" ? 130 : code;
}

describe.skipIf(process.platform === "win32")(
  "Ctrl-C in the middle of the work [needs signals]",
  () => {
    test.each([["report"], ["invocations"]])(
      "lambent %s ends at once with 130, and says nothing",
      async (command) => {
        const ended = await interrupted([command, "-"]);
        expect([exitCode(ended), ended.stderr]).toEqual([130, ""]);
        expect(ended.tookMs).toBeLessThan(1_000);
      },
    );

    test("lambent ingest writes what it has and ends with 130", async () => {
      const ended = await interrupted(["ingest", "-", "--store", "stopped.duckdb"], {
        close: true,
      });
      expect(exitCode(ended)).toBe(130);
      expect(ended.stderr).toContain("Stopping");
      expect(ended.stderr).not.toMatch(/^ +at /m);
    });

    test("a second Ctrl-C ends an ingest that waits for its input", async () => {
      const ended = await interrupted(["ingest", "-", "--store", "twice.duckdb"], { again: true });
      expect(exitCode(ended)).toBe(130);
      expect(ended.stderr).not.toMatch(/^ +at /m);
      expect(ended.tookMs).toBeLessThan(5_000);
    });
  },
);
