import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { printedFields, printedReport, reportLine } from "./log-lines.arbitraries.ts";
import { looksLikeReport, parseReportLine } from "./report-line.ts";

const ID = "8f5a1c9e-2f6b-4e0d-9c3a-5b7d1e2f3a4b";

describe("a REPORT line", () => {
  test("is read as it was printed", () => {
    fc.assert(
      fc.property(reportLine, (report) => {
        expect(parseReportLine(printedReport(report))).toEqual(report);
      }),
    );
  });

  test("is read the same in any order of keys and any spacing", () => {
    const gap = fc.constantFrom("\t", " ", "  ", " \t", "\t\t", "\n", "\r\n", "\\t");
    const arrangement = reportLine.chain((report) => {
      const fields = printedFields(report);
      return fc.record({
        report: fc.constant(report),
        fields: fc.shuffledSubarray(fields, { minLength: fields.length }),
        gaps: fc.array(gap, { minLength: fields.length, maxLength: fields.length }),
        head: fc.constantFrom("REPORT RequestId: ", "REPORT RequestId:\t", "REPORT  RequestId: "),
      });
    });
    fc.assert(
      fc.property(arrangement, ({ report, fields, gaps, head }) => {
        const line = fields.map((field, i) => `${gaps[i]}${field}`).join("");
        expect(looksLikeReport(head)).toBe(true);
        expect(parseReportLine(`${head}${report.requestId}${line}`)).toEqual(report);
      }),
    );
  });

  test("needs no gap between a unit and the next key", () => {
    fc.assert(
      fc.property(reportLine, (report) => {
        const plain = { ...report, status: null, errorType: null, traceId: null, sampled: null };
        const line = `REPORT RequestId: ${report.requestId}\t${printedFields(plain).join("")}`;
        expect(parseReportLine(line)).toEqual(plain);
      }),
    );
  });

  test("cut short at any place says nothing that the whole does not say", () => {
    fc.assert(
      fc.property(reportLine, fc.nat(1_000), (report, cut) => {
        const line = printedReport(report);
        const found = parseReportLine(line.slice(0, cut % line.length));
        if (found === null) return;
        for (const key of [
          "durationMs",
          "billedDurationMs",
          "memorySizeMb",
          "initDurationMs",
        ] as const)
          expect([report[key], null]).toContain(found[key]);
      }),
      { numRuns: 1_000 },
    );
  });

  test("with another record spliced to it does not take the other's figures", () => {
    fc.assert(
      fc.property(reportLine, reportLine, fc.nat(1_000), (first, second, cut) => {
        const line = printedReport(first);
        const spliced = line.slice(0, cut % line.length) + printedReport(second);
        const found = parseReportLine(spliced);
        if (found === null || !found.requestId.startsWith(first.requestId)) return;
        expect(found.durationMs).toBe(first.durationMs);
        expect([first.initDurationMs, null]).toContain(found.initDurationMs);
      }),
      { numRuns: 1_000 },
    );
  });

  test.each([
    ["no id", `REPORT RequestId: \tDuration: 1.00 ms\tBilled Duration: 1 ms`],
    ["no id, another key first", `REPORT RequestId: Init Duration: 9.00 ms\tDuration: 1.00 ms`],
    ["no id, a word first", `REPORT RequestId: Status: error\tDuration: 1.00 ms`],
    ["no duration", `REPORT RequestId: ${ID}\tBilled Duration: 1 ms`],
    ["no number", `REPORT RequestId: ${ID}\tDuration: ms`],
    ["a negative number", `REPORT RequestId: ${ID}\tDuration: -1.00 ms`],
    ["a power of ten", `REPORT RequestId: ${ID}\tDuration: 1e3 ms`],
    ["another unit", `REPORT RequestId: ${ID}\tDuration: 1.00 s`],
    ["more digits than a number holds", `REPORT RequestId: ${ID}\tDuration: ${"9".repeat(400)} ms`],
    ["a duration of years", `REPORT RequestId: ${ID}\tDuration: 99999999999 ms`],
    [
      "a billed duration of years",
      `REPORT RequestId: ${ID}\tDuration: 1 ms\tBilled Duration: 31622400001 ms`,
    ],
    ["an unreadable memory size", `REPORT RequestId: ${ID}\tDuration: 1.00 ms\tMemory Size: ? MB`],
    ["an unreadable memory use", `REPORT RequestId: ${ID}\tDuration: 1.00 ms\tMax Memory Used: MB`],
    ["nothing else", "REPORT RequestId:"],
  ])("with %s is not readable", (_, line) => {
    expect(looksLikeReport(line)).toBe(true);
    expect(parseReportLine(line)).toBeNull();
  });

  test("may tell of a durable execution of a year", () => {
    const line = `REPORT RequestId: ${ID}\tDuration: 31622400000 ms`;
    expect(parseReportLine(line)?.durationMs).toBe(31_622_400_000);
  });

  test.each([
    "the weekly REPORT RequestId: x Duration: 1.00 ms",
    `REPORT RequestID: ${ID} Duration: 1.00 ms`,
    `REPORT of Duration: 1.00 ms`,
    `INIT_REPORT Init Duration: 1.00 ms`,
    "",
  ])("%j is none", (line) => {
    expect(looksLikeReport(line)).toBe(false);
    expect(parseReportLine(line)).toBeNull();
  });
});

describe("hostile text", () => {
  const piece = fc.oneof(
    fc.constantFrom("REPORT RequestId:", " ", "\t", ":", "Duration:", "Billed ", "Init ", "1 ms"),
    fc.constantFrom("Memory Size:", "Max Memory Used:", "9 MB", "\\", "TraceId:", "Status:", "\0"),
    fc.string({ unit: "binary", maxLength: 5 }),
  );

  test("never throws, and gives finite figures of 0 or more", () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const found = parseReportLine(`REPORT RequestId: ${pieces.join("")}`);
        for (const value of Object.values(found ?? {})) {
          if (typeof value !== "number") continue;
          expect(Number.isFinite(value) && value >= 0).toBe(true);
        }
      }),
      { numRuns: 5_000 },
    );
  });

  test.each([
    ":",
    "Duration:",
    "TraceId:",
    "Status:x",
    "Duration: 1",
    " ",
    "\t",
    "9",
    "Memory Size:",
  ])("1 MB of %j costs no time", (text) => {
    const line = `REPORT RequestId: ${ID} ${text.repeat(1_048_576 / text.length)}`;
    const started = performance.now();
    for (let i = 0; i < 20; i += 1) parseReportLine(line);
    expect(performance.now() - started).toBeLessThan(3_000);
  });

  test("a long line does not stay in memory for the sake of its fields", () => {
    const kept = [];
    const before = process.memoryUsage().heapUsed;
    for (let i = 0; i < 300; i += 1) {
      const id = `${ID}-${i}`;
      const line = Buffer.from(
        `REPORT RequestId: ${id}\tDuration: 1.00 ms\t${"x".repeat(1_000_000)}`,
      ).toString();
      kept.push(parseReportLine(line));
    }
    expect(kept.at(-1)?.requestId).toBe(`${ID}-299`);
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(100_000_000);
  });
});
