import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { failedInvocation, reportLines } from "./log-lines.ts";
import { lambent, onTerminal, shell } from "./run-tool.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const cwd = temporaryFolder();
const LONG_NAME = "a-function-with-a-name-as-long-as-aws-lets-names-be-64-characters";
writeFileSync(join(cwd, "logs.txt"), reportLines(400, { initDurationMs: 100 }));
mkdirSync(join(cwd, "wide"));
writeFileSync(
  join(cwd, "wide", "wide.log"),
  reportLines(40, { durationMs: 123_456.78, memorySizeMb: 10_240 }) +
    failedInvocation(40, "航班座位已售完 ✈️👩‍✈️ ".repeat(20)) +
    failedInvocation(41, `/${"very-long-word-without-a-blank".repeat(10)}`),
);
writeFileSync(join(cwd, "wide", `${"n".repeat(180)}.zip`), "PK\u0003\u0004 archive");

const hasDevFull = existsSync("/dev/full");
const hasScript = process.platform === "linux" && existsSync("/usr/bin/script");
/** SGR sequences: what colour is made of. */
// eslint-disable-next-line no-control-regex -- an escape is what it begins with
const COLOUR = /\u001b\[[\d;]*m/g;

describe("answers in files", () => {
  test("--output and --html write both, and standard output stays empty", async () => {
    const args = ["report", "logs.txt", "-f", "json", "--output", "r.json", "--html", "r.html"];
    const { code, stdout, stderr } = await lambent(args, { cwd });
    expect([code, stdout, stderr]).toEqual([0, "", ""]);
    expect(JSON.parse(readFileSync(join(cwd, "r.json"), "utf8"))).toHaveProperty("totals");
    expect(readFileSync(join(cwd, "r.html"), "utf8")).toMatch(/^<!doctype html>/i);
  });

  test("--output of the invocations is what standard output would be", async () => {
    const { stdout } = await lambent(["invocations", "logs.txt"], { cwd });
    const toFile = await lambent(["invocations", "logs.txt", "-o", "i.jsonl"], { cwd });
    expect([toFile.code, toFile.stdout, toFile.stderr]).toEqual([0, "", ""]);
    expect(readFileSync(join(cwd, "i.jsonl"), "utf8")).toBe(stdout);
    expect((await lambent(["invocations", "logs.txt", "-o", "-"], { cwd })).stdout).toBe(stdout);
  });

  test("text in a file has no colour, whatever is forced on the terminal", async () => {
    const env = { FORCE_COLOR: "1" };
    await lambent(["report", "logs.txt", "-o", "plain.txt"], { cwd, env });
    expect(readFileSync(join(cwd, "plain.txt"), "utf8")).not.toContain("\u001b");
  });

  test.each([
    ["report", "--output"],
    ["report", "--html"],
    ["invocations", "--output"],
    ["compare", "--output"],
  ])("lambent %s %s into a folder that does not exist ends with 4", async (command, option) => {
    const paths = command === "compare" ? ["logs.txt", "logs.txt"] : ["logs.txt"];
    const args = [command, ...paths, option, "no/such/folder/out.txt"];
    const { code, stdout, stderr } = await lambent(args, { cwd });
    expect([code, stdout]).toEqual([4, ""]);
    expect(stderr).toMatch(/^error: no\/such\/folder\/out\.txt cannot be written/);
    expect(stderr).toContain("(LAMBENT_CANNOT_WRITE)");
  });

  test("a folder, or a place behind a file, ends with 4, before anything is read", async () => {
    for (const place of [".", "logs.txt/out.txt"]) {
      const { code, stderr } = await lambent(["report", "missing.log", "-o", place], { cwd });
      expect([code, stderr]).toEqual([4, expect.stringContaining("LAMBENT_CANNOT_WRITE")]);
    }
  });

  test("a command that fails leaves an older answer as it was", async () => {
    writeFileSync(join(cwd, "old.jsonl"), "precious\n");
    for (const command of ["report", "invocations"]) {
      const { code } = await lambent([command, "missing.log", "-o", "old.jsonl"], { cwd });
      expect(code).toBe(3);
      expect(readFileSync(join(cwd, "old.jsonl"), "utf8")).toBe("precious\n");
    }
  });
});

describe.skipIf(!hasDevFull)("a full disk [needs /dev/full]", () => {
  test.each([
    "lambent report logs.txt --output /dev/full",
    "lambent report logs.txt --html /dev/full",
    "lambent invocations logs.txt --output /dev/full",
    "lambent report logs.txt > /dev/full",
    "lambent report logs.txt --format html > /dev/full",
    "lambent invocations logs.txt > /dev/full",
    "lambent price > /dev/full",
    "lambent --help > /dev/full",
    "lambent report --help > /dev/full",
  ])("%s: an error without a stack, code 4", async (script) => {
    const { code, stderr } = await shell(script, { cwd });
    expect(stderr).toMatch(
      /^error: [^\n]+ the disk is full\n {2}→ [^\n]+\n {2}\(LAMBENT_CANNOT_WRITE\)\n$/,
    );
    expect(code).toBe(4);
  });

  test("standard error that is full hides no answer", async () => {
    const { code, stdout } = await shell("lambent report /dev/null -f csv 2> /dev/full", { cwd });
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^function,/)]);
  });
});

describe.skipIf(process.platform === "win32")("a reader that has seen enough [needs sh]", () => {
  test.each(["report logs.txt", "report logs.txt --format html", "invocations logs.txt", "--help"])(
    "lambent %s | head -1 ends quietly",
    async (command) => {
      const { code, stdout, stderr } = await shell(`lambent ${command} | head -1`, { cwd });
      expect([code, stderr]).toEqual([0, ""]);
      expect(stdout.trimEnd().split("\n")).toHaveLength(1);
    },
  );

  test("so does a reader that never reads", async () => {
    const { stderr } = await shell("lambent invocations logs.txt | true", { cwd });
    expect(stderr).toBe("");
  });
});

describe("the terminal", () => {
  const reports = [
    ["report", "logs.txt", "--function", LONG_NAME],
    ["report", "wide"],
    ["compare", "logs.txt", "wide"],
  ];
  // A table of prices is of no use with columns left out, and does not fit below 80.
  const prices = [["price"], ["price", "--region", "us-east-1"]];
  const widths = [40, 80, 160];
  const cases = widths.flatMap((columns) =>
    [...reports, ...(columns < 80 ? [] : prices)].map((args) => [columns, args] as const),
  );

  test.each(cases)("COLUMNS=%i: no line of lambent %j is wider", async (columns, args) => {
    const env = { COLUMNS: String(columns), FORCE_COLOR: "1" };
    const { code, stdout } = await lambent(args, { cwd, env });
    expect(code).toBe(0);
    const plain = stdout.replace(COLOUR, "");
    expect(plain).not.toContain("\u001b");
    expect(plain.split("\n").filter((line) => stringWidth(line) > columns)).toEqual([]);
  });

  test("colour changes nothing but colour", async () => {
    const args = ["report", "logs.txt"];
    const plain = (await lambent(args, { cwd })).stdout;
    const coloured = (await lambent(args, { cwd, env: { FORCE_COLOR: "1" } })).stdout;
    expect(plain).not.toContain("\u001b");
    expect(coloured).not.toBe(plain);
    expect(coloured.replace(COLOUR, "")).toBe(plain);
    for (const value of ["0", "false", ""]) {
      const { stdout } = await lambent(args, { cwd, env: { FORCE_COLOR: value } });
      expect(stdout).toBe(plain);
    }
  });

  test("a locale without Unicode gets ASCII", async () => {
    const { stdout } = await lambent(["report", "logs.txt"], { cwd, env: { LC_ALL: "C" } });
    expect(stdout.match(/[^\n -~]/g)).toBeNull();
  });

  test.skipIf(!hasScript).each([
    ["xterm-256color", {}, true],
    ["xterm-256color", { NO_COLOR: "1" }, false],
    ["dumb", {}, false],
    ["dumb", { FORCE_COLOR: "1" }, true],
  ])("on a terminal, TERM=%s and %j: colour %s [needs script]", async (term, more, colour) => {
    const { stdout } = await shell(onTerminal("report logs.txt"), {
      cwd,
      env: { TERM: term, ...more },
    });
    expect(stdout).toContain("Cost");
    expect(stdout.match(COLOUR) !== null).toBe(colour);
  });
});

describe("standard error", () => {
  test("quick work shows no progress", async () => {
    const { stderr } = await lambent(["report", "logs.txt"], { cwd });
    expect(stderr).toBe("");
  });

  test.skipIf(!hasScript)(
    "slow work shows a bar on the terminal, and standard output holds the answer only [needs script]",
    async () => {
      // The bar is drawn by a source that takes more than a second.
      const slow = "(cat logs.txt; sleep 1.3; cat logs.txt; sleep 0.2)";
      const script = `${slow} | ${onTerminal("report - -f json > slow.json")}`;
      const { stdout: terminal } = await shell(script, { cwd });
      expect(terminal).toMatch(/reading \d+\.\d MB, \d+\.\d MB\/s/);
      expect(terminal.endsWith("\r\u001b[2K")).toBe(true);
      const answer = JSON.parse(readFileSync(join(cwd, "slow.json"), "utf8")) as object;
      expect(answer).toHaveProperty("totals.invocations", 400);
    },
  );

  test.skipIf(!hasScript)(
    "a person at the keyboard is told how to end [needs script]",
    async () => {
      const { stdout } = await shell(onTerminal("invocations - < /dev/tty"), {
        cwd,
        input: "\u0004",
      });
      expect(stdout).toContain("Ctrl-D");
    },
  );
});
