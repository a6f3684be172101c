import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { aDayOf, contextOf } from "../../../../test/advise-on.ts";
import { advise } from "./advise.ts";
import { quickWins } from "./registry.ts";

const context = contextOf(
  aDayOf(2_000, () => ({
    functionName: "wide",
    memorySizeMb: 3_008,
    maxMemoryUsedMb: 100,
    durationMs: 900,
  })),
  aDayOf(100, (i) => ({ functionName: "failing", status: i < 30 ? "error" : "success" })),
  aDayOf(100, (i) => ({ functionName: "hanging", ...(i < 5 ? { status: "timeout" } : {}) })),
  aDayOf(3_000, () => ({ functionName: "tiny", durationMs: 2 })),
);
const findings = advise(context);

test("dollars first, then harm", () => {
  const cents = findings.map(({ saving }) =>
    Math.max(0, Math.floor((saving?.usdPerMonth?.mid ?? 0) * 100)),
  );
  expect(cents).toEqual(cents.toSorted((a, b) => b - a));
  expect(findings[0]?.id).toBe("oversized-memory");
  const free = findings.filter((_, i) => cents[i] === 0).map(({ severity }) => severity);
  const rank = { high: 3, medium: 2, low: 1, info: 0 };
  expect(free.map((each) => rank[each])).toEqual(
    free.map((each) => rank[each]).toSorted((a, b) => b - a),
  );
  expect(free[0]).toBe("high");
});

test("every saving has low ≤ mid ≤ high, a basis and a sentence; estimates cite a measurement", () => {
  const savings = findings.flatMap(({ saving }) => (saving === undefined ? [] : [saving]));
  expect(savings.length).toBeGreaterThan(2);
  for (const { ms, usdPerMonth, how, basis } of savings) {
    for (const interval of [ms, usdPerMonth]) {
      if (interval === undefined) continue;
      expect(interval.low).toBeLessThanOrEqual(interval.mid);
      expect(interval.mid).toBeLessThanOrEqual(interval.high);
    }
    expect(how.length).toBeGreaterThan(20);
    if (basis === "estimated") expect(how).toContain("docs/measurements.md");
  }
});

test("every win is named as its file and has a page", () => {
  expect(quickWins.length).toBeGreaterThan(10);
  for (const { id } of quickWins) {
    expect(existsSync(new URL(`./${id}.ts`, import.meta.url))).toBe(true);
    expect(existsSync(new URL(`../../../../docs/findings/${id}.md`, import.meta.url))).toBe(true);
  }
});

test("an empty log gives no advice", () => {
  expect(advise(contextOf([]))).toEqual([]);
});
