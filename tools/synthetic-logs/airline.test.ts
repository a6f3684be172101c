import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { SAMPLE_SEED } from "./airline/calendar.mjs";
import { airlineWeek } from "./airline/week.mjs";
import { gzipped } from "./s3-export.mjs";

const folder = fileURLToPath(new URL("../../examples/airline/logs", import.meta.url));
const objects = airlineWeek(SAMPLE_SEED);
const streams = objects.filter((object) => object.isGzipped);

interface Report {
  readonly requestId: string;
  readonly durationHundredths: number;
  readonly billedMs: number;
  readonly sizeMb: number;
  readonly usedMb: number;
  readonly initHundredths: number | null;
}

describe("the sample logs in the repository", () => {
  test("are what the generator writes, to the last byte of text", () => {
    const present = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
      .map((path) => path.replaceAll("\\", "/"));
    expect(present.sort()).toEqual(objects.map((object) => object.path).sort());
    const other = objects.filter((object) => {
      const bytes = readFileSync(join(folder, object.path));
      return (object.isGzipped ? gunzipSync(bytes) : bytes).toString() !== object.text;
    });
    expect(other.map((object) => object.path)).toEqual([]);
  });

  test("are small, and carry no time of writing", () => {
    const sizes = streams.map((object) => readFileSync(join(folder, object.path)).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(1_500_000);
    const header = gzipped("text").subarray(0, 8);
    expect([...header]).toEqual([0x1f, 0x8b, 8, 0, 0, 0, 0, 0]);
  });
});

test("another seed gives other logs", () => {
  const other = airlineWeek("another");
  expect(other[1]?.text).not.toBe(objects[1]?.text);
});

describe("the arithmetic of the lines", () => {
  const reports = streams.map((stream) => reportsOf(stream.text));

  test("every REPORT line was read", () => {
    const lines = streams.flatMap((stream) => stream.text.match(/ REPORT RequestId/g) ?? []);
    expect(lines.length).toBe(reports.flat().length);
    expect(lines.length).toBeGreaterThan(8_000);
  });

  test("billed is duration and init, rounded up, or the limit in a timeout of the old style", () => {
    const timedOut = new Map<string, number>();
    for (const { text } of streams) {
      for (const match of text.matchAll(/ (\S+) Task timed out after ([\d.]+) seconds/g)) {
        timedOut.set(match[1] ?? "", Math.floor(Number(match[2])) * 1_000);
      }
    }
    expect(timedOut.size).toBeGreaterThan(5);
    let capped = 0;
    const wrong = reports.flat().filter((report) => {
      const exact = report.durationHundredths + (report.initHundredths ?? 0);
      if (report.billedMs === Math.ceil(exact / 100)) return false;
      const limitMs = timedOut.get(report.requestId);
      if (limitMs === undefined) return true;
      capped += 1;
      return report.billedMs !== limitMs + Math.ceil((report.initHundredths ?? 0) / 100);
    });
    expect(wrong).toEqual([]);
    expect(capped).toBeGreaterThan(5);
  });

  test("Max Memory Used never falls in an environment, and never passes the size", () => {
    for (const environment of reports) {
      let before = 0;
      for (const { usedMb, sizeMb } of environment) {
        expect(usedMb).toBeGreaterThanOrEqual(before);
        expect(usedMb).toBeLessThanOrEqual(sizeMb);
        before = usedMb;
      }
    }
  });

  test("only the first invocation of an environment has an Init Duration, and it has one", () => {
    for (const environment of reports) {
      const inits = environment.map((report) => report.initHundredths !== null);
      expect(inits.indexOf(true)).toBe(0);
      expect(inits.lastIndexOf(true)).toBe(0);
    }
  });

  test("an id is invoked three times at most, and only where events are asynchronous", () => {
    const seen = new Map<string, number>();
    streams.forEach(({ path }, index) => {
      for (const { requestId } of reports[index] ?? []) {
        const key = `${path.split("/")[0]} ${requestId}`;
        seen.set(key, (seen.get(key) ?? 0) + 1);
      }
    });
    const repeated = [...seen].filter(([, times]) => times > 1);
    const functions = new Set(repeated.map(([key]) => key.split(" ")[0] ?? ""));
    expect([...functions].sort()).toEqual(["ingest-loyalty", "notify-booking"]);
    expect(Math.max(...repeated.map(([, times]) => times))).toBe(3);
  });
});

describe("the order of the lines", () => {
  test("one invocation at a time: START, END and REPORT of the same id follow each other", () => {
    for (const { text } of streams) {
      const marks = [...text.matchAll(/^\S+Z (START|END|REPORT) RequestId: (\S+)/gm)];
      const words = marks.map((mark) => mark[1]);
      expect(words.length % 3).toBe(0);
      for (let i = 0; i < marks.length; i += 3) {
        expect(words.slice(i, i + 3)).toEqual(["START", "END", "REPORT"]);
        expect(new Set(marks.slice(i, i + 3).map((mark) => mark[2])).size).toBe(1);
      }
    }
  });

  test("time goes forward in a stream", () => {
    for (const { text } of streams) {
      const times = [...text.matchAll(/^(\d{4}-\S+Z) /gm)].map((match) => match[1] ?? "");
      expect(times).toEqual(times.toSorted());
    }
  });
});

test("every kind of trouble that the README names is there", () => {
  const all = streams.map((object) => object.text).join("");
  const kinds = [
    /Status: timeout/,
    /Task timed out after 15\.\d\d seconds/,
    /Error Type: Runtime\.OutOfMemory/,
    /Error: Runtime exited with error: signal: killed\n\S+Z Runtime\.ExitError\n/,
    /\tERROR\tInvoke Error \t\{"errorType":"TypeError"/,
    /\[ERROR\] ConnectionError: .*\nTraceback \(most recent call last\):\n {2}File /,
    /\nXRAY TraceId: 1-[0-9a-f]{8}-[0-9a-f]{24}\tSegmentId: [0-9a-f]{16}\tSampled: true/,
    /INIT_START Runtime Version: nodejs:22\.v\d+\tRuntime Version ARN: arn:aws:lambda:us-east-1::runtime:[0-9a-f]{64}\n/,
  ];
  expect(kinds.filter((kind) => !kind.test(all))).toEqual([]);
});

function reportsOf(text: string): Report[] {
  const form =
    /REPORT RequestId: (\S+)\tDuration: ([\d.]+) ms\tBilled Duration: (\d+) ms\tMemory Size: (\d+) MB\tMax Memory Used: (\d+) MB\t(?:Init Duration: ([\d.]+) ms\t)?/g;
  return [...text.matchAll(form)].map((match) => ({
    requestId: match[1] ?? "",
    durationHundredths: hundredths(match[2] ?? ""),
    billedMs: Number(match[3]),
    sizeMb: Number(match[4]),
    usedMb: Number(match[5]),
    initHundredths: match[6] === undefined ? null : hundredths(match[6]),
  }));
}

function hundredths(decimal: string): number {
  return Math.round(Number(decimal) * 100);
}
