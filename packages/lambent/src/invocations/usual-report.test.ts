import fc from "fast-check";
import { expect, test } from "vitest";
import { parseReportLine } from "./report-line.ts";
import type { ReportFields } from "./report-fields.ts";
import { readUsualReport } from "./usual-report.ts";

/** What the reader of bytes makes of a line that stands inside other bytes. */
function usualOf(line: string): ReportFields | null {
  const before = Buffer.from("2026-01-31T12:00:00.000Z ");
  const text = Buffer.from(line);
  const bytes = Buffer.concat([before, text, Buffer.from("\n2026-01-31T12:00:00.000Z next")]);
  return readUsualReport(bytes, before.length, before.length + text.length);
}

const figure = fc.integer({ min: 0, max: 90_000_000 }).map((n) => (n / 100).toFixed(2));
const whole = fc.integer({ min: 0, max: 900_000 }).map(String);
const usual = fc
  .record({
    id: fc.uuid(),
    duration: figure,
    billed: whole,
    size: whole,
    used: whole,
    init: fc.option(figure),
    trace: fc.option(fc.uuid()),
    end: fc.constantFrom("", "\t"),
  })
  .map(
    ({ id, duration, billed, size, used, init, trace, end }) =>
      `REPORT RequestId: ${id}\tDuration: ${duration} ms\tBilled Duration: ${billed} ms\tMemory Size: ${size} MB\tMax Memory Used: ${used} MB${init === null ? "" : `\tInit Duration: ${init} ms`}${end}${trace === null ? "" : `\nXRAY TraceId: ${trace}\tSegmentId: ${trace.slice(0, 8)}\tSampled: true${end}`}`,
  );

/** The same line, read by its keys. */
const byKeys = (line: string): unknown => parseReportLine(line);

test("usual lines are read, and as the reader by keys reads them", () => {
  fc.assert(
    fc.property(usual, (line) => {
      expect(usualOf(line)).not.toBeNull();
      expect(usualOf(line)).toEqual(byKeys(line));
    }),
  );
});

test("a damaged line is left to the reader by keys, or read alike", () => {
  const damage = fc.record({
    line: usual,
    at: fc.nat(300),
    cut: fc.nat(6),
    put: fc.constantFrom("", "\t", " ", "\\t", "x", "9", ".", "\n", "Duration: 5.00 ms", ":"),
  });
  fc.assert(
    fc.property(damage, ({ line, at, cut, put }) => {
      const damaged = line.slice(0, at) + put + line.slice(at + cut);
      const read = usualOf(damaged);
      if (read !== null) expect(read).toEqual(byKeys(damaged));
    }),
    { numRuns: 2_000 },
  );
});

test("what is not usual is not read", () => {
  const line =
    "REPORT RequestId: 8f5a1c9e-1111-4222-8333-000000000001\tDuration: 1.00 ms\tBilled Duration: 1 ms\tMemory Size: 128 MB\tMax Memory Used: 30 MB";
  expect(usualOf(line)).toMatchObject({ durationMs: 1, maxMemoryUsedMb: 30 });
  for (const other of [
    `${line}\tStatus: timeout`,
    line.replace("Duration: 1.00 ms", "Duration: 99999999999 ms"),
    line.replace("Billed Duration: 1 ms", "Billed Duration: 31622400001 ms"),
    `${line}\tInit Duration: 31622400000.01 ms`,
    `${line}\t\nXRAY TraceId: 1-2-3`,
    `${line}\t\nXRAY TraceId: 1-2-3\tSegmentId: ab\tSampled: false`,
    line.replace("128 MB", "128 GB"),
    line.replaceAll("\t", " "),
    line.slice(0, -1),
    "",
  ]) {
    expect(usualOf(other), other).toBeNull();
  }
});
