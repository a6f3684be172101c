import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatBytes } from "./bytes.ts";
import { countOf, formatCount, formatExactCount } from "./count.ts";
import { formatDuration, formatDurationRange, formatDurationShort } from "./duration.ts";
import { formatMb } from "./memory.ts";
import { formatUsd, formatUsdRange, formatUsdShort } from "./money.ts";
import { formatShare } from "./share.ts";
import { formatDay, formatInstant, formatPeriod, formatSpan, formatTimeOfDay } from "./time.ts";

describe("money", () => {
  test.each([
    [12.34, "$12.34"],
    [0, "$0.00"],
    [0.005, "$0.0050"],
    [0.0012, "$0.0012"],
    [0.00994, "$0.0099"],
    [0.00996, "$0.01"],
    [0.1, "$0.10"],
    [999.995, "$1,000.00"],
    [1_234_567.891, "$1,234,567.89"],
    [0.000_000_2, "<$0.000001"],
    [0.000_001_667, "$0.0000017"],
    [-3.5, "−$3.50"],
    [-0.002, "−$0.0020"],
    [null, "–"],
    [Number.NaN, "–"],
  ])("%d is %s", (usd, text) => {
    expect(formatUsd(usd)).toBe(text);
  });

  test("ranges and short amounts", () => {
    expect(formatUsdRange({ low: 1, mid: 2, high: 3.456 })).toBe("$1.00 to $3.46");
    expect(formatUsdShort(0.000_002_1)).toBe("<$0.0001");
    expect(formatUsdShort(0.0001)).toBe("$0.00010");
    expect(formatUsdShort(0)).toBe("$0.00");
  });

  test("what is shown is within half a cent, and below a cent within one in twenty", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.000_001, max: 1e9, noNaN: true }), (usd) => {
        const shown = Number(formatUsd(usd).replace(/[$,]/g, ""));
        const most = usd < 0.00995 ? usd * 0.051 : 0.005_001 + usd * 1e-12;
        expect(Math.abs(shown - usd)).toBeLessThanOrEqual(most);
      }),
    );
  });
});

describe("duration", () => {
  test.each([
    [0, "0 ms"],
    [0.42, "0.42 ms"],
    [0.999, "1.0 ms"],
    [3.44, "3.4 ms"],
    [9.97, "10 ms"],
    [38, "38 ms"],
    [999.4, "999 ms"],
    [999.6, "1.00 s"],
    [1_240, "1.24 s"],
    [9_996, "10.0 s"],
    [59_949, "59.9 s"],
    [59_951, "1 min"],
    [125_000, "2 min 5 s"],
    [3_599_800, "1 h"],
    [12_000_000, "3 h 20 min"],
    [86_399_000, "1 d"],
    [1_231_200_000, "14 d 6 h"],
    [-60, "−60 ms"],
    [null, "–"],
  ])("%d ms is %s", (durationMs, text) => {
    expect(formatDuration(durationMs)).toBe(text);
  });

  test.each([
    [38, "38 ms"],
    [1_152_000, "19.2 min"],
    [8_640_000, "2.4 h"],
    [172_800_000, "2.0 d"],
  ])("%d ms is %s in a column", (durationMs, text) => {
    expect(formatDurationShort(durationMs)).toBe(text);
  });

  test("a range has both its units", () => {
    expect(formatDurationRange({ low: 38, mid: 90, high: 1_240 })).toBe("38 ms to 1.24 s");
  });
});

describe("count", () => {
  test.each([
    [0, "0"],
    [1_234, "1,234"],
    [99_999, "99,999"],
    [100_000, "100 k"],
    [999_400, "999 k"],
    [999_600, "1.0 M"],
    [1_200_000, "1.2 M"],
    [123_456_789, "123 M"],
    [3_400_000_000, "3.4 B"],
    [2e15, "2,000 T"],
    [null, "–"],
  ])("%d is %s", (count, text) => {
    expect(formatCount(count)).toBe(text);
  });

  test("with its noun", () => {
    expect(countOf(1, "error")).toBe("1 error");
    expect(countOf(0, "retry", "retries")).toBe("0 retries");
    expect(formatExactCount(22_571_161)).toBe("22,571,161");
  });
});

describe("share", () => {
  test.each([
    [0, "0 %"],
    [0.000_01, "<0.01 %"],
    [0.000_3, "0.03 %"],
    [0.012, "1.2 %"],
    [0.0996, "10 %"],
    [0.38, "38 %"],
    [0.9949, "99 %"],
    [0.996, "99.6 %"],
    [0.999_99, ">99.9 %"],
    [1, "100 %"],
    [null, "–"],
  ])("%d is %s", (share, text) => {
    expect(formatShare(share)).toBe(text);
  });

  test("only all is 100 %, only none is 0 %", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), (share) => {
        expect(formatShare(share) === "100 %").toBe(share === 1);
        expect(formatShare(share) === "0 %").toBe(share === 0);
      }),
    );
  });
});

test("memory and bytes", () => {
  expect([128, 1_769, 87.6, null].map(formatMb)).toEqual(["128 MB", "1,769 MB", "88 MB", "–"]);
  expect([0, 999, 999.9, 1_240_000, 34e9, 2e15].map(formatBytes)).toEqual([
    "0 B",
    "999 B",
    "1.0 kB",
    "1.2 MB",
    "34 GB",
    "2,000 TB",
  ]);
});

describe("time", () => {
  const startMs = Date.UTC(2026, 10, 1, 9, 30);

  test("is UTC, to the minute", () => {
    expect(formatInstant(startMs)).toBe("2026-11-01 09:30");
    expect(formatDay(startMs)).toBe("2026-11-01");
    expect(formatTimeOfDay(startMs)).toBe("09:30");
  });

  test("a period names the second day only where it differs", () => {
    const sameDay = { startMs, endMs: startMs + 3_600_000 };
    const nextDay = { startMs, endMs: startMs + 86_400_000 };
    expect(formatPeriod(sameDay)).toBe("2026-11-01 09:30 to 10:30 UTC");
    expect(formatPeriod(nextDay)).toBe("2026-11-01 09:30 to 2026-11-02 09:30 UTC");
    expect(formatSpan(sameDay)).toBe("2026-11-01 09:30 to 10:30 UTC");
    expect(formatSpan(nextDay)).toBe("2026-11-01 to 2026-11-02");
  });

  test("what is no date is a dash, not an exception", () => {
    expect(formatInstant(8.65e15)).toBe("–");
    expect(formatPeriod({ startMs: Number.NaN, endMs: 0 })).toBe("–");
    expect(formatInstant(null)).toBe("–");
  });
});
