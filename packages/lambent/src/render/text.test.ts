import fc from "fast-check";
import stringWidth from "string-width";
import { describe, expect, test } from "vitest";
import { arbitraryAssessment } from "../../../../test/pages/arbitrary-assessment.ts";
import { sampleAssessment } from "../../../../test/pages/sample-assessment.ts";
import { renderText } from "./text.ts";

const PLAIN = { columns: 80, colour: false, unicode: true };

function headOf(text: string): string {
  return text.split("\n").find((line) => line.trimStart().startsWith("Function ")) ?? "";
}

describe("renderText", () => {
  const text = renderText(sampleAssessment(), PLAIN);

  test("says what it costs, what to do first and on what basis", () => {
    expect(text).toContain("2026-10-26 00:00 to 2026-11-08 23:59 UTC · 14 d");
    expect(text).toMatch(/\$77\.94 +\$167\.02 +22\.6 M +37,730 +69,486/);
    expect(text).toMatch(
      /1 {2}checkout-api has nearly ten times the memory it uses +\$31\.20 a month/,
    );
    expect(text).toContain("predicted · $18.20 to $44.10 a month");
    expect(text).toContain("→ Set MemorySize to 512 MB");
    expect(text).toContain("out-of-memory (suspected, 60 %)");
    expect(text).toContain("12 lines look like a REPORT and cannot be read as one.");
    expect(text).toContain("logs/broken.gz was not read to its end.");
  });

  test("the rows of the table line up", () => {
    const lines = text.split("\n");
    const start = lines.findIndex((line) => line.startsWith(" Function "));
    const end = lines[start]?.indexOf("Cost") ?? 0;
    const costs = lines.slice(start + 2, start + 14).map((line) => widthBefore(line, end + 4));
    expect(costs.slice(0, 3)).toEqual(["$31.42", "$24.18", "$9.06"]);
    expect(costs[8]).toBe("$0.14");
  });

  test("a wider terminal shows more columns", () => {
    const wide = renderText(sampleAssessment(), { ...PLAIN, columns: 160 });
    expect(headOf(text)).toMatch(/Function +Cost +Calls +Errors +Cold +p99 +Memory$/);
    expect(headOf(wide)).toMatch(
      /Share +Month +Calls +Over time +Errors +Cold +p50 +p95 +p99 +Memory +of$/,
    );
    expect(Math.max(...wide.split("\n").map((line) => stringWidth(line)))).toBeGreaterThan(150);
  });

  test("what to do is brief, how it was worked out is left to the page", () => {
    const sample = sampleAssessment();
    const fact = "One more fact that takes about as much room as a line of a terminal has for it.";
    const long = sample.findings.map((one) => ({
      ...one,
      evidence: [...one.evidence, fact, fact, fact, fact, fact, fact],
    }));
    const findings = [...long, ...long, ...long];
    const said = renderText({ ...sample, findings }, PLAIN);
    const lines = said.slice(said.indexOf(" Do first"), said.indexOf(" Then")).split("\n");
    expect(lines.length).toBeLessThanOrEqual(2 + 3 * 10);
    expect(said).not.toContain("Billed GB-seconds at 512 MB");
    expect(said).toContain(`and ${findings.length - 8} more; --format html or json shows all`);
  });

  test("savings that may overlap are said to; no sentence is wider than a narrow terminal", () => {
    const sample = sampleAssessment();
    const findings = [...sample.findings, ...sample.findings, ...sample.findings];
    const said = renderText({ ...sample, findings }, { ...PLAIN, columns: 40 });
    expect(said.replaceAll(/\s+/g, " ")).toContain(
      `and ${findings.length - 8} more; --format html or json shows all Savings can overlap`,
    );
    const more = said.split("\n").filter((line) => /shows all|can overlap|not added/.test(line));
    expect(Math.max(...more.map((line) => stringWidth(line)))).toBeLessThanOrEqual(40);
    const alone = sample.findings.filter(({ saving }) => saving !== undefined).slice(0, 1);
    expect(renderText({ ...sample, findings: alone }, PLAIN)).not.toContain("overlap");
  });

  test.each([80, 100, 110, 120])("at %i columns all rules end at the same cell", (columns) => {
    const rules = renderText(sampleAssessment(), { ...PLAIN, columns })
      .split("\n")
      .filter((line) => /^ ─+$/.test(line));
    expect(rules.length).toBeGreaterThan(3);
    expect(new Set(rules).size).toBe(1);
  });

  test("hundreds of sources take a line, not a page", () => {
    const sample = sampleAssessment();
    const [first] = sample.sources;
    if (first === undefined) throw new Error("the sample has no sources");
    const sources = Array.from({ length: 378 }, (_, i) => ({ ...first, name: `logs/${i}.gz` }));
    const said = renderText({ ...sample, sources }, PLAIN);
    expect(said).toContain("378 sources: s3-export, ");
    expect(said).not.toContain("logs/1.gz");
  });

  test("colour only where asked, and nothing else differs", () => {
    const coloured = renderText(sampleAssessment(), { ...PLAIN, colour: true });
    expect(text).not.toContain("\u001b");
    // eslint-disable-next-line no-control-regex
    expect(coloured.replace(/\u001b\[\d+m/g, "")).toBe(text);
    expect(coloured).toContain("\u001b[32m");
  });

  test("ASCII only where asked", () => {
    const ascii = renderText(sampleAssessment(), { ...PLAIN, unicode: false });
    // eslint-disable-next-line no-control-regex
    expect(ascii).toMatch(/^[\u0000-\u007f]*$/);
    expect(ascii).toContain("+- 2026-10-26");
  });

  test("nothing read: says so without figures", () => {
    const sample = sampleAssessment();
    const empty = renderText(
      {
        ...sample,
        period: null,
        functions: [],
        findings: [],
        errorGroups: [],
        totals: {
          ...sample.totals,
          invocations: 0,
          errors: 0,
          coldStarts: 0,
          cost: null,
          costPerMonthUsd: null,
        },
      },
      PLAIN,
    );
    expect(empty).toContain("The logs carry no time");
    expect(empty).not.toContain("Functions");
    expect(empty).not.toContain("NaN");
  });

  test("any assessment fits any width and lets nothing dangerous out", () => {
    const options = fc.record({
      columns: fc.integer({ min: 40, max: 200 }),
      colour: fc.constant(false),
      unicode: fc.boolean(),
    });
    fc.assert(
      fc.property(arbitraryAssessment, options, (assessment, one) => {
        const lines = renderText(assessment, one).split("\n");
        for (const line of lines) {
          expect(stringWidth(line), line).toBeLessThanOrEqual(one.columns);
          expect(line).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
          expect(line).not.toMatch(/NaN|Infinity|undefined \$/);
        }
      }),
      { numRuns: 60 },
    );
  });
});

/** The last word that ends at a cell. */
function widthBefore(line: string, cell: number): string {
  let used = 0;
  let before = "";
  for (const char of line) {
    if (used >= cell) break;
    before += char;
    used += stringWidth(char);
  }
  return before.trim().split(/\s+/).at(-1) ?? "";
}
