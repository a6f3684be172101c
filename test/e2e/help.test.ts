import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { verbs } from "../../packages/lambent/src/cli/verbs.ts";
import { lambent } from "./run-tool.ts";

const names = verbs.map((verb) => verb.name);
const packageUrl = new URL("../../packages/lambent/package.json", import.meta.url);
const manifest = JSON.parse(readFileSync(packageUrl, "utf8")) as { readonly version: string };

describe("help and version", () => {
  test.each([["--help"], ["-h"], ["help"], []])(
    "lambent %s lists every command",
    async (...args) => {
      const { code, stdout, stderr } = await lambent(args);
      expect([code, stderr]).toEqual([0, ""]);
      for (const name of names) expect(stdout).toMatch(new RegExp(`^  ${name} +\\S`, "m"));
      expect(stdout).toContain("\nExamples:\n");
      expect(stdout).toContain("\nExit codes:");
    },
  );

  test.each(["--version", "-V"])("lambent %s is the version of the package", async (flag) => {
    const { code, stdout, stderr } = await lambent([flag]);
    expect([code, stdout, stderr]).toEqual([0, `${manifest.version}\n`, ""]);
  });

  test.each(names)("lambent %s --help says what it does, with examples", async (name) => {
    const { code, stdout, stderr } = await lambent([name, "--help"]);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toMatch(new RegExp(`^Usage: lambent ${name}\\b`));
    const examples = stdout.slice(stdout.indexOf("\nExamples:\n"));
    expect(examples.match(new RegExp(`^ {2}.*lambent ${name}\\b`, "gm"))?.length).toBeGreaterThan(
      1,
    );
    expect(Math.max(...stdout.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
    expect((await lambent(["help", name])).stdout).toBe(stdout);
  });
});

describe("a wrong command line ends with 2, a code and a next step, and answers nothing", () => {
  test.each([
    [["repotr"], "LAMBENT_UNKNOWN_COMMAND", "Did you mean lambent report?"],
    [["invocation", "x.log"], "LAMBENT_UNKNOWN_COMMAND", "Did you mean lambent invocations?"],
    [["frobnicate"], "LAMBENT_UNKNOWN_COMMAND", "lambent --help"],
    [["help", "frobnicate"], "LAMBENT_UNKNOWN_COMMAND", "lambent --help"],
    [["--format", "json", "report"], "LAMBENT_UNKNOWN_COMMAND", "behind the command"],
    [["report", "x.log", "--formt", "json"], "LAMBENT_USAGE", "Did you mean --format?"],
    [["report", "x.log", "--format"], "LAMBENT_USAGE", "lambent report --help"],
    [["report", "x.log", "--format", "xml"], "LAMBENT_USAGE", "text, json, html, markdown, csv"],
    [["report", "x.log", "--since", "yesterday"], "LAMBENT_USAGE", "2026-01-31"],
    [["report", "x.log", "--since", "2026-02-30"], "LAMBENT_USAGE", "2026-01-31"],
    [
      ["report", "x.log", "--since", "2026-02-02", "--until", "2026-02-01"],
      "LAMBENT_USAGE",
      "Swap",
    ],
    [["report", "x.log", "--function", "arn:aws:s3:::bucket"], "LAMBENT_USAGE", "ARN"],
    [["report", "x.log", "--html", "-"], "LAMBENT_USAGE", "--format html"],
    [["report", "x.log", "--html", "y", "--output", "y"], "LAMBENT_USAGE", "another file"],
    [["report", "x.log", "--output", "x.log"], "LAMBENT_USAGE", "another file"],
    [["report", "x.log", "--store", "y"], "LAMBENT_USAGE", "--store"],
    [["report"], "LAMBENT_USAGE", "lambent report ./logs"],
    [["invocations"], "LAMBENT_USAGE", "lambent invocations ./logs"],
    [["ingest"], "LAMBENT_USAGE", "lambent ingest ./logs"],
    [["compare", "x.log"], "LAMBENT_USAGE", "lambent compare ./before ./after"],
    [["price", "us-east-1"], "LAMBENT_USAGE", "lambent price --help"],
    [["report", "x.log", "--region", "us-est-1"], "LAMBENT_UNKNOWN_REGION", "us-east-1"],
    [["invocations", "x.log", "--region", "mars"], "LAMBENT_UNKNOWN_REGION", "lambent price"],
  ])("lambent %j", async (args, problem, hint) => {
    const { code, stdout, stderr } = await lambent(args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(/^error: [^\n]+\n {2}→ [^\n]+\n {2}\(LAMBENT_[A-Z_]+\)\n$/);
    expect(stderr).toContain(`(${problem})`);
    expect(stderr).toContain(hint);
  });

  test("what is wrong is shown without driving the terminal", async () => {
    const { code, stderr } = await lambent(["re\u001b[2Jport\u202e"]);
    expect(code).toBe(2);
    expect(stderr).toContain("re\\x1b[2Jport\\u202e");
    expect(stderr).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });
});

describe("docs/commands.md", () => {
  const text = readFileSync(new URL("../../docs/commands.md", import.meta.url), "utf8");

  test("has a part for every command, and for no other", () => {
    const parts = [...text.matchAll(/^## lambent (\w+)$/gm)].map((match) => match[1]);
    expect(new Set(parts)).toEqual(new Set(names));
  });

  test.each(names)("every option that it shows of lambent %s is one", async (name) => {
    const { stdout } = await lambent([name, "--help"]);
    const help = stdout.slice(0, stdout.indexOf("\nExamples:\n"));
    const calls = [...text.matchAll(new RegExp(`\\blambent ${name}\\b[^\\n|>\`]*`, "g"))];
    expect(calls.length).toBeGreaterThan(1);
    const options = calls.flatMap(([call]) => call.match(/(?<= )--?[a-z][\w-]*/g) ?? []);
    const known = new Set(help.match(/(?<=[ ,])--?[a-z][\w-]*/g));
    expect(options.filter((option) => !known.has(option) && option !== "-odd-name")).toEqual([]);
  });
});
