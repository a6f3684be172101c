import { expect, test } from "vitest";
import { Problem } from "../model/problem.ts";
import { parsePeriod } from "./period.ts";

const DAY_MS = 86_400_000;
const START = Date.UTC(2026, 0, 1);

test.each([
  ["2026-01-01..2026-01-07", START, START + 7 * DAY_MS - 1],
  ["2026-01-01", START, START + DAY_MS - 1],
  ["2026-01-01T09:00..2026-01-01T12:30", START + 9 * 3_600_000, START + 12.5 * 3_600_000],
  ["2026-01-01T09..2026-01-01T10:00:00.500Z", START + 9 * 3_600_000, START + 36_000_500],
  ["2026-01-01T02:00+02:00..2026-01-01", START, START + DAY_MS - 1],
  ["2026-01-01..", START, Infinity],
  ["..2026-01-01", -Infinity, START + DAY_MS - 1],
])("%s", (text, startMs, endMs) => {
  expect(parsePeriod(text)).toEqual({ startMs, endMs });
});

test.each([
  "",
  "..",
  "yesterday",
  "2026-02-30",
  "2026-13-01",
  "2026-01-01..2026-01-02..",
  "2026-01-07..2026-01-01",
  "2026-01-01T25:00",
])("%s is refused with a next step", (text) => {
  expect(() => parsePeriod(text)).toThrow(Problem);
  expect(() => parsePeriod(text)).toThrow(
    expect.objectContaining({ code: "LAMBENT_PERIOD", kind: "usage" }),
  );
});
