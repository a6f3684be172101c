import { expect, test } from "vitest";
import { sampleAssessment } from "../../../../test/pages/sample-assessment.ts";
import { whyNoMonth } from "./month-text.ts";
import { renderHtml } from "./html.ts";
import { pricingSentences } from "./pricing-text.ts";

const sample = sampleAssessment();
const without = { ...sample.totals, costPerMonthUsd: null };
const ofLength = (ms: number) => ({ startMs: 0, endMs: ms });

test("says why there is no cost per month", () => {
  const why = (changes: Partial<typeof sample>) =>
    whyNoMonth({ ...sample, totals: without, ...changes });
  expect(whyNoMonth(sample)).toBeNull();
  expect(why({ period: null })).toBe("no times");
  expect(why({ period: ofLength(3_599_999) })).toBe("too short");
  expect(why({ period: ofLength(3_600_000) })).toBe("times missing");
  expect(why({ totals: { ...without, cost: null } })).toBe("cost unknown");
  expect(why({ totals: { ...without, invocations: 0, cost: null } })).toBe("no calls");
});

test("a free tier that covers nothing is not spoken of", () => {
  const { pricing } = sample;
  expect(pricingSentences(pricing)).toHaveLength(2);
  const nothing = { ...pricing, freeTier: { coversUsd: 0, months: 1 } };
  expect(pricingSentences(nothing).join()).not.toContain("free tier");
});

test("the page shows throttles only where they are known", () => {
  const shown = (page: string): boolean => page.includes("Throttles");
  const functions = sample.functions.map((one) => ({ ...one, throttles: null }));
  const unknown = { ...sample, functions, totals: { ...sample.totals, throttles: null } };
  expect(shown(renderHtml(sample))).toBe(true);
  expect(shown(renderHtml(unknown))).toBe(false);
});
