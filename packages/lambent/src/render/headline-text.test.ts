import { expect, test } from "vitest";
import { sampleAssessment } from "../../../../test/pages/sample-assessment.ts";
import type { Assessment, FunctionSummary } from "../model/assessment.ts";
import { headlineFacts } from "./headline-text.ts";

function assessmentOf(...parts: Partial<FunctionSummary>[]): Assessment {
  const sample = sampleAssessment();
  const [model] = sample.functions;
  if (model === undefined) throw new Error("the sample has no functions");
  const functions = parts.map((fields): FunctionSummary => ({
    ...model,
    errors: 0,
    errorsByClass: {},
    ...fields,
  }));
  const errors = functions.reduce((sum, one) => sum + one.errors, 0);
  return { ...sample, functions, totals: { ...sample.totals, errors } };
}

test("who costs, who fails and how, most first", () => {
  const facts = headlineFacts(
    assessmentOf(
      { name: "small", costShare: 0.009, errors: 1, errorsByClass: { timeout: 1 } },
      { name: "large", costShare: 0.7, errors: 2, errorsByClass: { "init-error": 2 } },
      { name: "middle", costShare: 0.291, errors: 9, errorsByClass: { timeout: 9 } },
      { name: "broken", costShare: null, errors: 3, errorsByClass: { "init-error": 3 } },
    ),
  );
  expect(facts).toEqual([
    { label: "Costs most", text: "large 70 %, middle 29 %" },
    { label: "Fails most", text: "middle 9, broken 3, large 2, others 1" },
    { label: "Fails with", text: "timeout 10, init error 5" },
  ]);
});

test("a single function needs no ranking, and success is told", () => {
  expect(headlineFacts(assessmentOf({ name: "only", costShare: 1 }))).toEqual([
    { label: "Fails most", text: "nothing failed" },
  ]);
});

test("no invocations: nothing to tell", () => {
  const sample = sampleAssessment();
  const totals = { ...sample.totals, invocations: 0, errors: 0 };
  expect(headlineFacts({ ...sample, functions: [], totals })).toEqual([]);
});
