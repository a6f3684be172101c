import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { BilledLine } from "./billing-identity.ts";
import { readBilling } from "./billing-identity.ts";
import { printedMs } from "./log-lines.arbitraries.ts";

function line(
  durationMs: number,
  billedDurationMs: number | null,
  more: Partial<BilledLine> = {},
): BilledLine {
  return {
    durationMs,
    billedDurationMs,
    initDurationMs: null,
    billedRestoreDurationMs: null,
    ...more,
  };
}
const init = (initDurationMs: number): Partial<BilledLine> => ({ initDurationMs });
const restore = (billedRestoreDurationMs: number): Partial<BilledLine> => ({
  billedRestoreDurationMs,
});

describe("golden lines", () => {
  test.each([
    [line(2.46, 3), "duration", null],
    [line(2.46, 417, init(413.61)), "duration-plus-init", true],
    [line(97.05, 98, init(212.3)), "duration", false],
    [line(1.01, 100, init(212.3)), "next-100-ms", false],
    [line(8.03, 200, init(163.69)), "next-100-ms-plus-init", true],
    [line(37.39, 100), "next-100-ms", null],
    [line(306.34, 610, restore(303)), "duration-plus-restore", null],
    [line(45_054.87, 45_000), "timeout-cap", null],
    [line(3_004.92, 3_112, init(111.23)), "timeout-cap-plus-init", true],
    [line(600_000, 600_000), "duration", null],
    // Both readings give 3: the line cannot tell.
    [line(2.1, 3, init(0.4)), "duration-plus-init", null],
    [line(0, 1), "duration", null],
    [line(5, null), null, null],
    [line(2, 7), null, null],
    [line(1.23, 123, init(1.23)), null, null],
    [line(45_054.87, 44_000), null, null],
    [line(45_054.87, 45_100), "next-100-ms", null],
    [line(0.5, 0), null, null],
  ] as const)("%j", (given, identity, initBilled) => {
    expect(readBilling(given)).toEqual({ identity, initBilled });
  });
});

/** True times have more places than are printed; the billed time follows from the true ones. */
const trueMs = fc.double({ min: 0.01, max: 890_000, noNaN: true });
const printed = (ms: number): number => Number(ms.toFixed(2));
const upTo = (ms: number, step: number): number => Math.ceil(ms / step) * step;

describe("what each rule bills is recognised, from printed figures", () => {
  test("duration, to 1 ms and to 100 ms", () => {
    fc.assert(
      fc.property(trueMs, (ms) => {
        expect(readBilling(line(printed(ms), upTo(ms, 1))).identity).toBe("duration");
        const older = readBilling(line(printed(ms), upTo(ms, 100))).identity;
        expect(["duration", "next-100-ms"]).toContain(older);
      }),
    );
  });

  test("init in it", () => {
    fc.assert(
      fc.property(trueMs, fc.double({ min: 5, max: 10_000, noNaN: true }), (ms, initMs) => {
        const billed = upTo(ms + initMs, 1);
        expect(readBilling(line(printed(ms), billed, init(printed(initMs))))).toEqual({
          identity: "duration-plus-init",
          initBilled: true,
        });
        const unbilled = readBilling(line(printed(ms), upTo(ms, 1), init(printed(initMs))));
        expect(unbilled).toEqual({ identity: "duration", initBilled: false });
        const older = readBilling(line(printed(ms), upTo(ms + initMs, 100), init(printed(initMs))));
        expect(older.identity).not.toBeNull();
      }),
    );
  });

  test("a billed restore", () => {
    fc.assert(
      fc.property(trueMs, fc.integer({ min: 0, max: 60_000 }), (ms, restored) => {
        const reading = readBilling(line(printed(ms), upTo(ms + restored, 1), restore(restored)));
        expect(reading.identity).toBe("duration-plus-restore");
      }),
    );
  });

  test("the cap of an old timeout", () => {
    const overrun = fc.double({ min: 1.01, max: 990, noNaN: true });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 900 }), overrun, (seconds, overMs) => {
        const durationMs = printed(seconds * 1_000 + overMs);
        expect(readBilling(line(durationMs, seconds * 1_000)).identity).toBe("timeout-cap");
        const withInit = line(durationMs, seconds * 1_000 + 112, init(111.23));
        expect(readBilling(withInit).identity).not.toBeNull();
      }),
    );
  });
});

test("a billed duration that is off by more than rounding follows from no rule", () => {
  const off = fc.integer({ min: 2, max: 50_000 });
  fc.assert(
    fc.property(printedMs, off, fc.boolean(), (durationMs, by, isMore) => {
      const billed = Math.ceil(durationMs) + (isMore ? by : -by);
      // Not by chance what another rule gives.
      fc.pre(billed > 0 && billed % 100 !== 0);
      expect(readBilling(line(durationMs, billed)).identity).toBeNull();
    }),
  );
});

test("never throws, whatever the figures", () => {
  const any = fc.oneof(fc.double(), fc.constantFrom(0, -1, Number.NaN, Infinity, 1e308));
  fc.assert(
    fc.property(any, fc.option(any, { nil: null }), fc.option(any, { nil: null }), (a, b, c) => {
      readBilling({
        durationMs: a,
        billedDurationMs: b,
        initDurationMs: c,
        billedRestoreDurationMs: c,
      });
    }),
  );
});
