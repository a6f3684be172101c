import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import type { ValidateFunction } from "ajv";
import { expect, test } from "vitest";
import type { Assessment } from "../../packages/lambent/src/model/assessment.ts";
import { MEASURES } from "../../packages/lambent/src/model/comparison.ts";
import type { Comparison } from "../../packages/lambent/src/model/comparison.ts";
import { outsideData } from "../outside-data.ts";
import { lambent } from "./run-tool.ts";

const cwd = fileURLToPath(new URL("../..", import.meta.url));
const LOGS = "examples/airline/logs";
const fitsAssessment = schemaOf("assessment");
const fitsComparison = schemaOf("comparison");

function schemaOf(name: string): ValidateFunction {
  const url = new URL(`../../packages/lambent/schema/${name}.schema.json`, import.meta.url);
  const schema = JSON.parse(readFileSync(url, "utf8")) as object;
  return new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(schema);
}

async function answer(...args: string[]): Promise<unknown> {
  const { code, stdout, stderr } = await lambent([...args, "--format", "json"], { cwd });
  expect([code, stderr]).toEqual([0, ""]);
  return JSON.parse(stdout);
}

function problemsOf(fits: ValidateFunction, value: unknown): unknown {
  return fits(value) ? [] : fits.errors;
}

const halves = ["--before", "2026-10-05..2026-10-07", "--after", "2026-10-08..2026-10-12"];

test("the report on the sample logs fits its schema", async () => {
  const report = await answer("report", LOGS);
  expect(problemsOf(fitsAssessment, report)).toEqual([]);
  const { functions, findings, errorGroups, sources } = report as Assessment;
  // A part that is empty would fit whatever the schema says of it.
  for (const part of [functions, findings, errorGroups, sources]) {
    expect(part.length).toBeGreaterThan(3);
  }
});

const outside = outsideData("logs");

test.skipIf(outside === null)(
  "the report on logs of strangers fits its schema [needs outside data]",
  async () => {
    const report = await answer("report", outside ?? "");
    expect(problemsOf(fitsAssessment, report)).toEqual([]);
    expect((report as Assessment).totals.invocations).toBeGreaterThan(50);
  },
);

test("a comparison of the sample logs fits its schema, and no other form does", async () => {
  const comparison = (await answer("compare", LOGS, ...halves)) as Comparison;
  expect(problemsOf(fitsComparison, comparison)).toEqual([]);
  const changes = comparison.functions.flatMap((one) => one.changes);
  expect(new Set(changes.map((change) => change.measure))).toEqual(new Set(MEASURES));
  expect(changes.some((change) => change.difference !== null)).toBe(true);

  expect(problemsOf(fitsComparison, { ...comparison, extra: 1 })).not.toEqual([]);
  const { notes, ...without } = comparison;
  expect(notes.length).toBeGreaterThan(0);
  expect(problemsOf(fitsComparison, without)).not.toEqual([]);
  const [first] = comparison.functions;
  const odd = { ...first, verdict: "perhaps" };
  expect(problemsOf(fitsComparison, { ...comparison, functions: [odd] })).not.toEqual([]);
});

test("functions of one side only fit the schema too", async () => {
  const one = `${LOGS}/confirm-booking`;
  const comparison = (await answer("compare", one, LOGS)) as Comparison;
  expect(comparison.added.length).toBeGreaterThan(2);
  expect(problemsOf(fitsComparison, comparison)).toEqual([]);
  const turned = (await answer("compare", LOGS, one)) as Comparison;
  expect(turned.removed.length).toBe(comparison.added.length);
  expect(problemsOf(fitsComparison, turned)).toEqual([]);
});
