import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import type { Assessment } from "../../packages/lambent/src/model/assessment.ts";
import { reportLine, reportLines } from "./log-lines.ts";
import { lambent } from "./run-tool.ts";
import type { RunOptions, ToolRun } from "./run-tool.ts";
import { temporaryFolder } from "./temporary-folder.ts";

const cwd = temporaryFolder();

function file(name: string, content: string | Buffer): string {
  writeFileSync(join(cwd, name), content);
  return name;
}

function folder(name: string): string {
  mkdirSync(join(cwd, name), { recursive: true });
  return name;
}

async function report(
  paths: readonly string[],
  options: RunOptions = {},
): Promise<ToolRun & { readonly answer: Assessment }> {
  const run = await lambent(["report", ...paths, "--format", "json"], { cwd, ...options });
  return { ...run, answer: JSON.parse(run.stdout) as Assessment };
}

describe("what is not there", () => {
  test("a missing path ends with 3, a near name and nothing on standard output", async () => {
    file("orders.log", reportLine({ index: 0 }));
    for (const command of ["report", "invocations", "ingest"]) {
      const { code, stdout, stderr } = await lambent([command, "order.log"], { cwd });
      expect([code, stdout]).toEqual([3, ""]);
      expect(stderr).toMatch(/^error: .*order\.log.*\n {2}→ .*orders\.log.*\n/);
      expect(stderr).toContain("(LAMBENT_PATH_NOT_FOUND)");
    }
  });

  test("a glob without a match, and a path through a file, end with 3", async () => {
    file("plain.log", reportLine({ index: 0 }));
    for (const path of ["nothing-*.gz", "plain.log/inside.log"]) {
      const { code, stderr } = await lambent(["report", path], { cwd });
      expect(code, path).toBe(3);
      expect(stderr).toContain("(LAMBENT_PATH_NOT_FOUND)");
    }
  });

  test("one missing path among others spoils no answer by half: it ends with 3", async () => {
    file("there.log", reportLine({ index: 0 }));
    const { code, stdout } = await lambent(["report", "there.log", "gone.log"], { cwd });
    expect([code, stdout]).toEqual([3, ""]);
  });

  test.skipIf(process.platform === "win32")(
    "a link that leads to nothing: in a folder it is told, alone it ends with 3",
    async () => {
      folder("links");
      file("links/good.log", reportLine({ index: 0 }));
      symlinkSync("nowhere", join(cwd, "links/bad.log"));
      symlinkSync("ring.log", join(cwd, "links/ring.log"));
      const { code, answer, stderr } = await report(["links"]);
      expect([code, answer.totals.invocations]).toEqual([0, 1]);
      expect(answer.sources.filter((source) => source.problem !== null)).toHaveLength(2);
      expect(stderr).toMatch(/^note: .*bad\.log: The link leads to nothing\.$/m);
      expect(stderr).toMatch(/^note: .*ring\.log: The link leads in a circle\.$/m);
      expect((await lambent(["report", "links/bad.log"], { cwd })).code).toBe(3);
    },
  );

  test.skipIf(process.platform === "win32" || process.getuid?.() === 0)(
    "a file without permission is told [not as root]",
    async () => {
      writeFileSync(join(cwd, "secret.log"), reportLine({ index: 0 }), { mode: 0 });
      const { code, stderr } = await lambent(["report", "secret.log"], { cwd });
      expect(code).toBe(3);
      expect(stderr).toContain("No permission to read it.");
    },
  );
});

describe("what holds no invocation", () => {
  test.each([
    ["an empty file", () => file("empty.log", "")],
    ["an empty gzip file", () => file("empty.gz", gzipSync(""))],
    ["an empty folder named as a file", () => folder("folder.log")],
    ["prose", () => file("prose.txt", "The REPORT of the committee was late.\n")],
    ["a JSON array of nothing", () => file("empty.json", "[]")],
    ["random bytes", () => file("noise.bin", noise(100_000))],
    ["zeros", () => file("zeros.bin", Buffer.alloc(100_000))],
  ])("%s: an empty answer, code 0, and a note why", async (_, make) => {
    const path = make();
    const { code, answer, stderr } = await report([path]);
    expect([code, answer.totals.invocations, answer.totals.cost]).toEqual([0, 0, null]);
    expect(stderr).toMatch(/^note: .*(no invocations were found|no file to read)/);
    const text = await lambent(["report", path], { cwd });
    expect(text.code).toBe(0);
    expect(text.stdout).not.toMatch(/NaN|undefined|null|Infinity/);
  });

  test("standard input that is empty", async () => {
    const { code, answer, stderr } = await report(["-"], { input: "" });
    expect([code, answer.totals.invocations]).toEqual([0, 0]);
    expect(stderr).toMatch(/^note: no invocations were found/);
  });
});

describe("what Lambent does not read", () => {
  const kinds: readonly (readonly [kind: string, magic: Buffer])[] = [
    ["zip", Buffer.from("PK\u0003\u0004")],
    ["Zstandard", Buffer.from([0x28, 0xb5, 0x2f, 0xfd])],
    ["Parquet", Buffer.from("PAR1")],
    ["bzip2", Buffer.from("BZh91AY&SY")],
    ["xz", Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0])],
    ["SQLite", Buffer.from("SQLite format 3\0")],
  ];

  test.each(kinds)("%s alone ends with 3 and says what it is", async (kind, magic) => {
    const path = file(`${kind}.gz`, Buffer.concat([magic, noise(2_000)]));
    const { code, answer, stderr } = await report([path]);
    expect([code, answer.totals.invocations]).toEqual([3, 0]);
    expect(stderr).toContain(`${kind} file`);
    expect(stderr).toContain("(LAMBENT_NOTHING_READABLE)");
  });

  test("beside logs it is told, and the logs are read", async () => {
    file("archive.zip", Buffer.concat([Buffer.from("PK\u0003\u0004"), noise(2_000)]));
    file("logs.txt", reportLines(3));
    const { code, answer, stderr } = await report(["archive.zip", "logs.txt"]);
    expect([code, answer.totals.invocations]).toEqual([0, 3]);
    expect(stderr).toMatch(/^note: archive\.zip: This is a zip file/);
    const { stdout } = await lambent(["report", "archive.zip", "logs.txt"], { cwd });
    expect(stdout).toContain("archive.zip was not read to its end");
  });
});

describe("what is damaged", () => {
  test("a truncated gzip file: what can be read, and what is missing, code 0", async () => {
    const whole = gzipSync(reportLines(2_000));
    file("cut.gz", whole.subarray(0, whole.length / 2));
    const { code, answer, stderr } = await report(["cut.gz"]);
    expect(code).toBe(0);
    expect(answer.totals.invocations).toBeGreaterThan(500);
    expect(answer.totals.invocations).toBeLessThan(1_500);
    expect(answer.sources[0]?.problem).toContain("cut off");
    expect(stderr).toMatch(/^note: cut\.gz: Its gzip data is cut off/);

    const records = await lambent(["invocations", "cut.gz"], { cwd });
    expect(records.code).toBe(0);
    expect(records.stdout.trimEnd().split("\n")).toHaveLength(answer.totals.invocations);
    expect(records.stderr).toContain("cut.gz: Its gzip data is cut off");
    const text = await lambent(["report", "cut.gz"], { cwd });
    expect([text.code, text.stderr]).toEqual([0, ""]);
    expect(text.stdout).toContain("cut off");
  });

  test("REPORT lines that cannot be read are counted, not fatal", async () => {
    const cut = reportLine({ index: 1 }).slice(0, 90);
    file("cut-lines.log", `${reportLine({ index: 0 })}${cut}\n${reportLine({ index: 2 })}`);
    const { code, answer } = await report(["cut-lines.log"]);
    expect([code, answer.totals.invocations, answer.unread.malformedReports]).toEqual([0, 2, 1]);
  });
});

describe("what is unusual and fine", () => {
  test("UTF-16 with a byte order mark, as Windows editors write it", async () => {
    const text = `\ufeff${reportLines(4).replaceAll("\n", "\r\n")}`;
    file("little.log", Buffer.from(text, "utf16le"));
    file("big.log", Buffer.from(text, "utf16le").swap16());
    for (const path of ["little.log", "big.log"]) {
      const { code, answer } = await report([path]);
      expect([code, answer.totals.invocations], path).toEqual([0, 4]);
    }
  });

  test("UTF-8 with a byte order mark, Windows line ends, no last line end", async () => {
    file("bom.log", `\ufeff${reportLines(4).replaceAll("\n", "\r\n").trimEnd()}`);
    expect((await report(["bom.log"])).answer.totals.invocations).toBe(4);
  });

  test("a line of 20 MB between others", async () => {
    const long = `2026-01-01T00:00:00.000Z ${"x".repeat(20_000_000)}\n`;
    file("long.log", `${reportLine({ index: 0 })}${long}${reportLine({ index: 1 })}`);
    const { code, answer } = await report(["long.log"]);
    expect([code, answer.totals.invocations]).toEqual([0, 2]);
  });

  test("standard input, plain and gzipped", async () => {
    for (const input of [reportLines(5), gzipSync(reportLines(5))]) {
      const { code, answer, stderr } = await report(["-"], { input });
      expect([code, stderr, answer.totals.invocations]).toEqual([0, "", 5]);
      expect(answer.sources[0]?.name).toBe("-");
    }
  });

  test("a quoted glob", async () => {
    folder("many");
    file("many/a.log", reportLine({ index: 0 }));
    file("many/b.log", reportLine({ index: 1 }));
    file("many/c.txt", reportLine({ index: 2 }));
    expect((await report(["many/*.log"])).answer.totals.invocations).toBe(2);
    expect((await report(["many/{a,c}.*"])).answer.totals.invocations).toBe(2);
  });

  test("a folder with forms of every kind; the same file named twice counts once", async () => {
    folder("mixed/deep");
    const event = (index: number): object => ({
      logStreamName: "2026/01/01/[$LATEST]0e0e",
      timestamp: Date.UTC(2026, 0, 1) + index * 60_000,
      message: reportLine({ index }).slice(25),
      eventId: String(index),
    });
    file("mixed/plain.log", reportLine({ index: 0 }));
    file("mixed/export.gz", gzipSync(reportLine({ index: 1 })));
    file("mixed/events.json", JSON.stringify({ events: [event(2), event(3)] }));
    file(
      "mixed/deep/console.csv",
      `timestamp,message\n1767225840000,"${reportLine({ index: 4 }).slice(25)}"\n`,
    );
    file("mixed/readme.md", "# Not a log\n");
    const { code, answer } = await report(["mixed", "mixed/plain.log", "./mixed/../mixed"]);
    expect([code, answer.totals.invocations, answer.unread.duplicates]).toEqual([0, 5, 0]);
    expect(answer.sources.map((source) => source.format).sort()).toEqual(
      ["console-csv", "filter-log-events", "plain-text", "s3-export", "s3-export"].sort(),
    );
  });

  test("file names with blanks, brackets, umlauts and a leading dash", async () => {
    const names = ["a b.log", "[$LATEST]0e0e.log", "Grüße.log", "-dash.log", "new\nline.log"];
    for (const [index, name] of names.entries()) file(name, reportLine({ index }));
    const { code, answer } = await report(names.map((name) => `./${name}`));
    expect([code, answer.totals.invocations]).toEqual([0, names.length]);
    const dashed = await lambent(["report", "--format", "csv", "--", "-dash.log"], { cwd });
    expect([dashed.code, dashed.stderr]).toEqual([0, ""]);
  });
});

/** Bytes that look like nothing, the same each time (multiplicative congruence, Park–Miller). */
function noise(bytes: number): Buffer {
  let state = 20_260_101;
  return Buffer.from(
    Array.from({ length: bytes }, () => {
      state = (state * 48_271) % 2_147_483_647;
      return state & 0xff;
    }),
  );
}
