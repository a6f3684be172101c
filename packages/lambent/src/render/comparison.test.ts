import { expect, test } from "vitest";
import type { Change, ComparedFunction, Comparison } from "../model/comparison.ts";
import { renderComparisonJson } from "./comparison-json.ts";
import { renderComparisonMarkdown } from "./comparison-markdown.ts";
import { renderComparisonText } from "./comparison-text.ts";
import { textWidth } from "./text/width.ts";

const PLAIN = { columns: 100, colour: false, unicode: true };

const change = (fields: Partial<Change>): Change => ({
  measure: "durationP95",
  unit: "ms",
  before: 232,
  after: 187,
  difference: { low: -54.2, mid: -45, high: -35.4 },
  relative: { low: -0.23, mid: -0.194, high: -0.15 },
  verdict: "better",
  ...fields,
});

const compared = (fields: Partial<ComparedFunction>): ComparedFunction => ({
  name: "orders",
  region: "eu-west-1",
  verdict: "better",
  sentence: "p95 fell by 45 ms (−19 %, 95 % interval −54 to −35 ms): faster.",
  before: { invocations: 15_000, memorySizesMb: [512], architectures: ["x86_64"] },
  after: { invocations: 16_000, memorySizesMb: [1024], architectures: ["arm64"] },
  changes: [
    change({}),
    change({
      measure: "errorRate",
      unit: "share",
      before: 0.001,
      after: 0.0012,
      difference: { low: -0.001, mid: 0.0002, high: 0.002 },
      relative: { low: -1, mid: 0.2, high: 2 },
      verdict: "inside the noise",
    }),
    change({
      measure: "usdPerMillion",
      unit: "USD",
      before: 1.29,
      after: null,
      difference: null,
      relative: null,
      verdict: "not enough data",
    }),
  ],
  ...fields,
});

const comparison: Comparison = {
  schemaVersion: 1,
  kind: "comparison",
  before: { name: "./before", period: null, functions: 3, invocations: 20_000 },
  after: {
    name: "./after",
    period: { startMs: Date.UTC(2026, 0, 8), endMs: Date.UTC(2026, 0, 14) },
    functions: 3,
    invocations: 21_000,
  },
  confidence: 0.95,
  intervalConfidence: 1 - 0.05 / 12,
  intervals: 12,
  functions: [
    compared({}),
    compared({ name: null, verdict: "inside the noise", sentence: "No change beyond the noise." }),
  ],
  added: [{ name: "fresh", region: null, invocations: 300, usdPerMillion: 0.31 }],
  removed: [{ name: "evil\u001b[31m|`x`", region: null, invocations: 1, usdPerMillion: null }],
  notes: ["Prices of us-east-1 are used where the logs name no region."],
};

test("the terminal form shows figures with their signs and units", () => {
  const text = renderComparisonText(comparison, PLAIN);
  expect(text).toContain("1 better, 1 inside the noise, 1 added, 1 removed");
  expect(text).toMatch(/Duration, p95 +232 ms +187 ms +−45 ms \(−19 %\) +−54 ms to −35 ms +better/);
  expect(text).toMatch(/Errors +0\.1 % +0\.1 % +\+0\.02 pt \(\+20 %\) +−0\.1 pt to \+0\.2 pt/);
  expect(text).toMatch(/Cost per million +\$1\.29 +– +– +– +not enough data/);
  expect(text).toContain("Memory size: 512 MB before, 1,024 MB after.");
  expect(text).toContain("Architecture: x86_64 before, arm64 after.");
  expect(text).toContain("All 12 intervals hold together with 95 %");
  expect(text).toContain("fresh: 300 invocations, $0.31 per million");
  expect(text).toContain("no times in these logs");
});

test("a function inside the noise takes one sentence, no table", () => {
  const [, quiet] = comparison.functions;
  const text = renderComparisonText(
    { ...comparison, functions: quiet === undefined ? [] : [quiet] },
    PLAIN,
  );
  expect(text).toMatch(/No proved change +1 function/);
  expect(text).toContain(" (unnamed function)  No change beyond the noise.");
  expect(text).toContain("No change is proved for any function.");
  expect(text).not.toContain("Measure");
});

test.each([40, 60, 80, 160])(
  "no line is wider than %d cells, and no escape gets out",
  (columns) => {
    const text = renderComparisonText(comparison, { columns, colour: false, unicode: true });
    for (const line of text.split("\n")) expect(textWidth(line)).toBeLessThanOrEqual(columns);
    // eslint-disable-next-line no-control-regex
    expect(text).not.toMatch(/\u001b/);
  },
);

test("ASCII terminals get ASCII only", () => {
  const text = renderComparisonText(comparison, { columns: 80, colour: false, unicode: false });
  // eslint-disable-next-line no-control-regex
  expect(text).toMatch(/^[\n\u0020-\u007e]+$/);
});

test("the JSON form is the comparison itself", () => {
  expect(JSON.parse(renderComparisonJson(comparison))).toEqual(comparison);
  // eslint-disable-next-line no-control-regex
  expect(renderComparisonJson(comparison)).not.toMatch(/\u001b/);
});

test("the Markdown form has a table for each change and keeps text from logs inert", () => {
  const markdown = renderComparisonMarkdown(comparison);
  expect(markdown).toContain(
    "| Duration, p95 | 232 ms | 187 ms | −45 ms (−19 %) | −54 ms to −35 ms | better |",
  );
  expect(markdown).toContain("## No proved change");
  expect(markdown).toContain("`` evil\\x1b[31m\\|`x` ``");
});
