import { expect, test } from "vitest";
import { aDayOf, contextOf } from "../../../../test/advise-on.ts";
import { costlierMemorySize } from "./costlier-memory-size.ts";

const found = (...logs: ReturnType<typeof aDayOf>[]) => costlierMemorySize.find(contextOf(...logs));
/** Mostly 1,024 MB, the rest at another size; durations vary a little around their mean. */
const twoSizes = (otherMb: number, mainMs: number, otherMs: number, fields = {}) =>
  aDayOf(1_000, (i) => ({
    memorySizeMb: i % 4 === 0 ? otherMb : 1_024,
    durationMs: (i % 4 === 0 ? otherMs : mainMs) + ((i % 7) - 3),
    ...fields,
  }));

test("true: half the memory, the same duration", () => {
  const [finding] = found(twoSizes(512, 100, 100));
  expect(finding?.title).toBe("orders was cheaper at 512 MB than at 1,024 MB");
  expect(finding?.saving?.basis).toBe("measured");
  const mid = finding?.saving?.usdPerMonth?.mid ?? 0;
  expect(mid / (750 * 30 * 0.1 * 0.5 * 0.0000166667)).toBeCloseTo(1, 2);
});

test("true: more memory that more than pays for itself", () => {
  const [finding] = found(twoSizes(2_048, 300, 100));
  expect(finding?.fix).toContain("MemorySize to 2048 ");
  expect(finding?.saving?.ms?.mid).toBeCloseTo(200, 0);
});

test("true: slower and cheaper says that it is slower", () => {
  expect(found(twoSizes(512, 100, 150))[0]?.saving?.ms?.high).toBeLessThan(0);
});

test("false: half the memory, twice the duration", () => {
  expect(found(twoSizes(512, 100, 200))).toEqual([]);
});

test("false: a difference inside the noise", () => {
  const log = aDayOf(400, (i) => ({
    memorySizeMb: i % 2 === 0 || i > 390 ? 1_024 : 512,
    durationMs: i % 2 === 0 ? 100 : i % 40 === 1 ? 3_500 : 10,
  }));
  expect(found(log)).toEqual([]);
});

test("false: the cheaper size ran out of memory", () => {
  expect(found(twoSizes(512, 100, 100, { maxMemoryUsedMb: 512 }))).toEqual([]);
});

test("false: the cheaper size failed early", () => {
  const log = aDayOf(1_000, (i) =>
    i % 4 === 0 ? { memorySizeMb: 512, status: "error", durationMs: 3 } : { memorySizeMb: 1_024 },
  );
  expect(found(log)).toEqual([]);
});
