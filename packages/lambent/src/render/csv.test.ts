import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sampleAssessment } from "../../../../test/pages/sample-assessment.ts";
import type { Assessment } from "../model/assessment.ts";
import { renderCsv } from "./csv.ts";

function named(name: string): Assessment {
  const sample = sampleAssessment();
  return { ...sample, functions: sample.functions.slice(0, 1).map((one) => ({ ...one, name })) };
}

/** A reader of RFC 4180, written from its grammar, to check the writer. */
function parseCsv(csv: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  for (const [, quoted, plain = "", end] of csv.matchAll(
    /(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r\n)/g,
  )) {
    row.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === ",") continue;
    rows.push(row);
    row = [];
  }
  return rows;
}

describe("renderCsv", () => {
  test("one header, one line a function, the same number of fields in each", () => {
    const rows = parseCsv(renderCsv(sampleAssessment()));
    expect(rows).toHaveLength(13);
    expect(new Set(rows.map((row) => row.length))).toEqual(new Set([rows[0]?.length]));
    const [header = [], first = []] = rows;
    expect(first[header.indexOf("function")]).toBe("checkout-api");
    expect(first[header.indexOf("invocations")]).toBe("6412908");
    expect(first[header.indexOf("cost_usd")]).toBe("31.42");
  });

  test("unknown is empty, not zero", () => {
    const [header = [], ...rows] = parseCsv(renderCsv(sampleAssessment()));
    const managed = rows.find((row) => row[0] === "managed-instance-batch") ?? [];
    expect(managed[header.indexOf("cost_usd")]).toBe("");
    expect(managed[header.indexOf("memory_size_mb")]).toBe("");
  });

  test.each(["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "  =1", "\n-1"])(
    "%j cannot start a formula",
    (name) => {
      expect(parseCsv(renderCsv(named(name)))[1]?.[0]).toBe(`'${name}`);
    },
  );

  test("any name can be read back", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("a", '"', ",", "\r", "\n", "=", " ", "é") }),
        (name) => {
          const read = parseCsv(renderCsv(named(name)))[1]?.[0] ?? null;
          expect(read === name || read === `'${name}`).toBe(true);
        },
      ),
    );
  });
});
