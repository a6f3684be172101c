import fc from "fast-check";
import type { Assessment, FunctionSummary } from "../../packages/lambent/src/model/assessment.ts";
import { HOSTILE_MESSAGE, HOSTILE_NAME } from "./hostile.ts";
import { sampleAssessment } from "./sample-assessment.ts";

const text = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 60 }),
  fc.constantFrom(
    HOSTILE_NAME,
    HOSTILE_MESSAGE,
    "",
    "日本語の関数",
    "👩‍👩‍👧‍👦".repeat(20),
    "a".repeat(300),
  ),
);
const figure = fc.oneof(
  fc.constantFrom(0, 1e-9, 0.004, 1, 900_000, 1e12),
  fc.double({ min: 0, max: 1e9, noNaN: true }),
);
const share = fc.double({ min: 0, max: 1, noNaN: true });

/** Assessments at the edges of the model: empty, without times, prices or names, with odd figures. */
export const arbitraryAssessment: fc.Arbitrary<Assessment> = fc
  .record({
    names: fc.array(fc.option(text), { maxLength: 30 }),
    empty: fc.boolean(),
    timed: fc.boolean(),
    priced: fc.boolean(),
    figures: fc.array(figure, { minLength: 8, maxLength: 8 }),
    share,
    notes: fc.array(text, { maxLength: 4 }),
    title: text,
    bins: fc.nat(96),
  })
  .map((shape) => assessmentOf(shape));

function assessmentOf(shape: {
  readonly names: readonly (string | null)[];
  readonly empty: boolean;
  readonly timed: boolean;
  readonly priced: boolean;
  readonly figures: readonly number[];
  readonly share: number;
  readonly notes: readonly string[];
  readonly title: string;
  readonly bins: number;
}): Assessment {
  const sample = sampleAssessment();
  const [template] = sample.functions;
  if (template === undefined) throw new Error("the sample has no functions");
  const figureAt = (index: number): number => shape.figures[index % shape.figures.length] ?? 0;
  const functions = shape.names.map((name, index): FunctionSummary => ({
    ...template,
    name,
    invocations: Math.round(figureAt(index)),
    errorRate: shape.share,
    coldStartShare: shape.priced ? shape.share : null,
    cost: shape.priced && template.cost ? { ...template.cost, totalUsd: figureAt(index) } : null,
    costShare: shape.priced ? shape.share : null,
    durationMs: {
      ...template.durationMs,
      count: index % 3 === 0 ? 0 : 1,
      min: 0,
      p50: figureAt(index),
      p95: figureAt(index),
      p99: figureAt(index),
      max: figureAt(index),
      bars: index % 2 === 0 ? [] : [[0, figureAt(index), 1]],
    },
    memory: shape.priced ? template.memory : null,
    timeline: shape.timed ? template.timeline.slice(0, shape.bins) : [],
  }));
  return {
    ...sample,
    period: shape.timed ? sample.period : null,
    totals: shape.empty
      ? {
          ...sample.totals,
          invocations: 0,
          errors: 0,
          coldStarts: 0,
          cost: null,
          costPerMonthUsd: null,
        }
      : sample.totals,
    functions: shape.empty ? [] : functions,
    findings: shape.empty ? [] : sample.findings.map((one) => ({ ...one, title: shape.title })),
    errorGroups: shape.empty
      ? []
      : sample.errorGroups.map((one) => ({ ...one, pattern: shape.title })),
    notes: shape.notes,
  };
}
