import fc from "fast-check";
import { expect, test } from "vitest";
import { binWidthMs, MAX_BINS, Timeline } from "./timeline.ts";

const times = fc.array(
  fc.oneof(
    fc.integer({ min: 1_700_000_000_000, max: 1_700_000_060_000 }),
    fc.integer({ min: 1_600_000_000_000, max: 1_800_000_000_000 }),
    fc.integer({ min: -1e12, max: 1e13 }),
  ),
  { minLength: 1, maxLength: 60 },
);

test("bins equal a plain count of what lies in each, also after merging", () => {
  fc.assert(
    fc.property(times, times, (one, other) => {
      const a = new Timeline();
      const b = new Timeline();
      for (const time of one) a.add(time, true, false, 5);
      for (const time of other) b.add(time, false, true, null);
      a.merge(Timeline.fromState(structuredClone(b.toState())));
      const all = [...one, ...other];
      const start = Math.min(...all);
      const end = Math.max(...all);
      const width = binWidthMs(start, end);
      const cells = a.over(start, end);
      expect(cells.length).toBeLessThanOrEqual(MAX_BINS);
      for (const cell of cells) {
        const inside = (time: number): boolean => Math.floor(time / width) * width === cell.startMs;
        expect(cell.invocations).toBe(all.filter(inside).length);
        expect(cell.errors).toBe(one.filter(inside).length);
        expect(cell.coldStarts).toBe(other.filter(inside).length);
        expect(cell.mbMilliseconds).toBe(5 * one.filter(inside).length);
        expect(cell.priced).toBe(one.filter(inside).length);
      }
      expect(cells.reduce((sum, cell) => sum + cell.invocations, 0)).toBe(all.length);
    }),
  );
});

test("a day has bins of half an hour, three hours bins of two minutes", () => {
  expect(binWidthMs(0, 86_400_000 - 1)).toBe(1_800_000);
  expect(binWidthMs(0, 3 * 3_600_000 - 1)).toBe(120_000);
  expect(binWidthMs(0, 0)).toBe(1_000);
});

test("the whole period may be wider than what the function saw", () => {
  const timeline = new Timeline();
  timeline.add(5_000_000, false, false, null);
  const cells = timeline.over(0, 86_399_999);
  expect(cells).toHaveLength(48);
  expect(cells[2]).toMatchObject({ startMs: 3_600_000, invocations: 1 });
});
