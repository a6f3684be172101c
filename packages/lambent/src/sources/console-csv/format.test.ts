import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { logEvent, readText, sourceContract } from "../source.contract.ts";
import { CsvRows } from "./csv-rows.ts";

const REPORT = "REPORT RequestId: 7d1f0c52-3c5e-4bb0-9c1d-1a2b3c4d5e6f\tDuration: 3.10 ms\t";
const STACK = 'Error: "no", he said\n    at a, b\n\n    at c';
const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;

sourceContract([
  {
    title: "log events",
    text: `timestamp,message\n1772600000001,${quoted(`${REPORT}\n`)}\n1772600000002,${quoted(STACK)}\n1772600000003,plain\n`,
    format: "console-csv",
    events: [
      logEvent(REPORT, { timestamp: 1_772_600_000_001 }),
      logEvent(STACK, { timestamp: 1_772_600_000_002 }),
      logEvent("plain", { timestamp: 1_772_600_000_003 }),
    ],
  },
  {
    title: "results of a query, with Windows line ends and no last one",
    text: `@timestamp,@message,@logStream,@log\r\n2026-03-04 05:06:07.089,${quoted(REPORT)},2026/03/04/[1]aa,123456789012:/aws/lambda/pay\r\n2026-03-04 05:06:08.000,END,s,g`,
    format: "console-csv",
    events: [
      logEvent(REPORT, {
        timestamp: Date.UTC(2026, 2, 4, 5, 6, 7, 89),
        logGroup: "/aws/lambda/pay",
        logStream: "2026/03/04/[1]aa",
      }),
      logEvent("END", { timestamp: Date.UTC(2026, 2, 4, 5, 6, 8), logGroup: "g", logStream: "s" }),
    ],
  },
  {
    title: "log events with semicolons, as a spreadsheet saves them",
    text: `timestamp;message\n1772600000001;${quoted(REPORT)}\n1772600000002;a, b\n`,
    format: "console-csv",
    events: [
      logEvent(REPORT, { timestamp: 1_772_600_000_001 }),
      logEvent("a, b", { timestamp: 1_772_600_000_002 }),
    ],
  },
  {
    title: "results of a query with tabs",
    text: `@timestamp\t@message\n2026-03-04 05:06:07.089\t${quoted(REPORT)}\n`,
    format: "console-csv",
    events: [logEvent(REPORT, { timestamp: Date.UTC(2026, 2, 4, 5, 6, 7, 89) })],
  },
  {
    title: "fields of REPORT lines",
    text: "@requestId,@duration,@billedDuration,@memorySize\nr-1,2.5,3.0,1.28E8\n",
    format: "console-csv",
    isRebuilt: true,
    events: [
      logEvent(
        "REPORT RequestId: r-1\tDuration: 2.5 ms\tBilled Duration: 3 ms\tMemory Size: 128 MB\t",
        { initUnknown: true },
      ),
    ],
  },
]);

test("a header that comes again is no event; a quote never closed costs its row only", async () => {
  const read = await readText(
    `timestamp,message\n1772600000001,a\ntimestamp,message\n1772600000002,"never closed\n1772600000003,b\n`,
  );
  expect(read.events.map((event) => event.message)).toEqual(["a", "b"]);
  expect(read.unreadable).toEqual(['1772600000002,"never closed\n1772600000003,b\n']);
});

test("CSV of something else is text", async () => {
  expect((await readText("name,size\nx,1\n")).format).toBe("plain-text");
});

describe("rows", () => {
  const rowsOf = (chunks: readonly Buffer[]): string[][] => {
    const rows: string[][] = [];
    const csv = new CsvRows(
      {
        row: (fields) => rows.push([...fields]),
        broken: (sample) => expect.fail(sample),
      },
      0x2c,
    );
    for (const chunk of chunks) csv.write(chunk);
    csv.end();
    return rows;
  };

  test("what was written comes back, in any chunks (RFC 4180)", () => {
    const field = fc.string({ unit: fc.constantFrom("a", "ü", '"', ",", "\n", "\r", " ", "1") });
    fc.assert(
      fc.property(
        fc.array(fc.array(field, { minLength: 2, maxLength: 4 })),
        fc.array(fc.nat()),
        fc.constantFrom("\n", "\r\n"),
        (rows, places, end) => {
          const bytes = Buffer.from(rows.map((row) => row.map(quoted).join(",") + end).join(""));
          const ends = [...new Set(places.map((place) => place % (bytes.length + 1)))].sort(
            (a, b) => a - b,
          );
          expect(
            rowsOf([...ends, bytes.length].map((to, i) => bytes.subarray(ends[i - 1] ?? 0, to))),
          ).toEqual(rows);
        },
      ),
      { numRuns: 500 },
    );
  });
});
