import fc from "fast-check";
import { expect, test } from "vitest";
import { parseReportLine } from "./report-line.ts";
import { readUsualReportLine } from "./usual-report-line.ts";

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
    end: fc.constantFrom("", "\t"),
  })
  .map(
    ({ id, duration, billed, size, used, init, end }) =>
      `REPORT RequestId: ${id}\tDuration: ${duration} ms\tBilled Duration: ${billed} ms\tMemory Size: ${size} MB\tMax Memory Used: ${used} MB${init === null ? "" : `\tInit Duration: ${init} ms`}${end}`,
  );

/** The same line, read by its keys: a blank before the id keeps the fast reader away. */
const byKeys = (line: string): unknown =>
  parseReportLine(line.replace("RequestId: ", "RequestId:  "));

test("usual lines are read, and as the reader by keys reads them", () => {
  fc.assert(
    fc.property(usual, (line) => {
      expect(readUsualReportLine(line)).not.toBeNull();
      expect(readUsualReportLine(line)).toEqual(byKeys(line));
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
      const read = readUsualReportLine(damaged);
      if (read !== null) expect(read).toEqual(byKeys(damaged));
    }),
    { numRuns: 2_000 },
  );
});

test("what is not usual is not read", () => {
  const line =
    "REPORT RequestId: 8f5a1c9e-1111-4222-8333-000000000001\tDuration: 1.00 ms\tBilled Duration: 1 ms\tMemory Size: 128 MB\tMax Memory Used: 30 MB";
  expect(readUsualReportLine(line)).toMatchObject({ durationMs: 1, maxMemoryUsedMb: 30 });
  for (const other of [
    `${line}\tStatus: timeout`,
    `${line}\t\nXRAY TraceId: 1-2-3`,
    line.replace("128 MB", "128 GB"),
    line.replaceAll("\t", " "),
    line.slice(0, -1),
    "",
  ]) {
    expect(readUsualReportLine(other), other).toBeNull();
  }
});
