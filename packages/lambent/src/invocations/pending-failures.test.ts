import { describe, expect, test } from "vitest";
import { PendingFailures } from "./pending-failures.ts";
import type { PendingLine } from "./pending-failures.ts";

const line = (message: string, timestamp: number | null = null, proves = true): PendingLine => ({
  message,
  timestamp,
  proves,
  status: null,
  errorType: null,
});
const texts = (lines: readonly PendingLine[]): string[] => lines.map((one) => one.message);

test("an invocation takes its lines once, in their order", () => {
  const pending = new PendingFailures();
  expect(pending.empty).toBe(true);
  pending.add("a", line("first"));
  pending.add("b", line("other"));
  pending.add("a", line("second"));
  expect(pending.empty).toBe(false);
  expect(texts(pending.take("a", null, null))).toEqual(["first", "second"]);
  expect(pending.take("a", null, null)).toEqual([]);
  expect(pending.countOrphans()).toBe(1);
  expect(texts(pending.take("b", null, null))).toEqual(["other"]);
  expect(pending.empty).toBe(true);
  expect(pending.countOrphans()).toBe(0);
});

describe("time decides between an invocation and its retry", () => {
  const MINUTE = 60_000;
  const full = (): PendingFailures => {
    const pending = new PendingFailures();
    pending.add("a", line("of the first", 10_000));
    pending.add("a", line("of the retry", 10_000 + MINUTE));
    pending.add("a", line("at no time"));
    return pending;
  };

  test("each takes its own, the first also what has no time", () => {
    const pending = full();
    expect(texts(pending.take("a", 9_000, 10_050))).toEqual(["of the first", "at no time"]);
    expect(texts(pending.take("a", 9_000 + MINUTE, 10_050 + MINUTE))).toEqual(["of the retry"]);
  });

  test("in whatever order they come", () => {
    const pending = full();
    pending.take("a", 9_000 + MINUTE, 10_050 + MINUTE);
    expect(texts(pending.take("a", 9_000, 10_050))).toEqual(["of the first"]);
  });

  test("clocks may differ by 5 s, not by more", () => {
    for (const [timestamp, taken] of [
      [4_000, 1],
      [3_999, 0],
      [15_050, 1],
      [15_051, 0],
    ] as const) {
      const pending = new PendingFailures();
      pending.add("a", line("x", timestamp));
      expect(pending.take("a", 9_000, 10_050)).toHaveLength(taken);
    }
  });

  test("without a time on the REPORT all are taken", () => {
    expect(full().take("a", null, null)).toHaveLength(3);
  });
});

test("only lines that prove a failure make an orphan, and a request makes one", () => {
  const pending = new PendingFailures();
  pending.add("a", line("x", null, false));
  pending.add("b", line("x"));
  pending.add("b", line("y"));
  pending.add("c", line("x", null, false));
  pending.add("c", line("y"));
  expect(pending.countOrphans()).toBe(2);
});

describe("memory is bounded", () => {
  test("a request keeps 12 lines", () => {
    const pending = new PendingFailures();
    for (let i = 0; i < 1_000; i += 1) pending.add("a", line(String(i)));
    expect(texts(pending.take("a", null, null))).toEqual(
      Array.from({ length: 12 }, (_, i) => String(i)),
    );
  });

  test("a million requests without a REPORT: the latest are kept, all are counted", () => {
    const pending = new PendingFailures();
    const before = process.memoryUsage().heapUsed;
    for (let i = 0; i < 1_000_000; i += 1)
      pending.add(`request ${i}`, line("x", null, i % 2 === 0));
    expect(process.memoryUsage().heapUsed - before).toBeLessThan(60_000_000);
    expect(pending.countOrphans()).toBe(500_000);
    expect(pending.take("request 979999", null, null)).toHaveLength(0);
    expect(pending.take("request 990000", null, null)).toHaveLength(1);
    expect(pending.take("request 999999", null, null)).toHaveLength(1);
  });

  test("long lines: the oldest go first, and count", () => {
    const pending = new PendingFailures<number>();
    const long = "x".repeat(8_192);
    for (let i = 0; i < 10_000; i += 1) for (let k = 0; k < 12; k += 1) pending.add(i, line(long));
    expect(pending.countOrphans()).toBe(10_000);
    expect(pending.take(0, null, null)).toHaveLength(0);
    let kept = 0;
    for (let i = 0; i < 10_000; i += 1) kept += pending.take(i, null, null).length * long.length;
    expect(kept).toBeLessThanOrEqual(16_777_216);
    expect(kept).toBeGreaterThan(8_000_000);
    // What was taken is free again.
    for (let i = 0; i < 2_000; i += 1) pending.add(i, line(long));
    expect(pending.take(0, null, null)).toHaveLength(1);
  });
});
