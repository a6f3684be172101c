import { readFileSync } from "node:fs";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { sampleAssessment } from "../../../../test/pages/sample-assessment.ts";
import type { Assessment } from "../model/assessment.ts";
import { KEY_ORDER } from "./json/key-order.ts";
import { renderJson } from "./json.ts";

const schema = JSON.parse(
  readFileSync(new URL("../../schema/assessment.schema.json", import.meta.url), "utf8"),
) as object;
const validate = new Ajv2020({ strict: true, allowUnionTypes: true, allErrors: true }).compile(
  schema,
);

function problemsOf(assessment: unknown): unknown {
  validate(assessment);
  return validate.errors ?? [];
}

describe("renderJson", () => {
  test("the rendered sample fits the schema", () => {
    expect(problemsOf(JSON.parse(renderJson(sampleAssessment())))).toEqual([]);
  });

  test("the schema refuses what is not in the model", () => {
    const sample = sampleAssessment();
    expect(problemsOf({ ...sample, extra: 1 })).not.toEqual([]);
    const { totals, ...without } = sample;
    expect(totals.invocations).toBeGreaterThan(0);
    expect(problemsOf(without)).not.toEqual([]);
    const withoutBasis = structuredClone(sample) as unknown as {
      findings: { saving?: { basis?: string } }[];
    };
    delete withoutBasis.findings[0]?.saving?.basis;
    expect(problemsOf(withoutBasis)).not.toEqual([]);
    expect(problemsOf({ ...sample, totals: { ...totals, invocations: null } })).not.toEqual([]);
  });

  test("reading it back gives the same assessment", () => {
    const sample = sampleAssessment();
    expect(JSON.parse(renderJson(sample))).toEqual(sample);
  });

  test("the order of keys does not depend on how the assessment was built", () => {
    const sample = sampleAssessment();
    const reversed = Object.fromEntries(Object.entries(sample).reverse()) as unknown as Assessment;
    expect(renderJson(reversed)).toBe(renderJson(sample));
    expect(Object.keys(JSON.parse(renderJson(sample)) as object).slice(0, 3)).toEqual([
      "schemaVersion",
      "kind",
      "period",
    ]);
  });

  test("every key of the schema has its place, and no other has", () => {
    const keys = new Set<string>();
    collectKeys(schema, keys);
    expect([...KEY_ORDER].sort()).toEqual([...keys].sort());
    expect(new Set(KEY_ORDER).size).toBe(KEY_ORDER.length);
  });

  test("no control or bidirectional character reaches the terminal", () => {
    const json = renderJson(sampleAssessment());
    expect(json).toContain("\\u001b[2J");
    expect(json).toContain("\\u202e");
    expect(json.replaceAll("\n", "")).not.toMatch(/\p{Cc}|\u202e/u);
  });
});

function collectKeys(node: unknown, keys: Set<string>): void {
  if (node === null || typeof node !== "object") return;
  for (const [key, value] of Object.entries(node)) {
    if (key === "properties") for (const name of Object.keys(value as object)) keys.add(name);
    collectKeys(value, keys);
  }
}
