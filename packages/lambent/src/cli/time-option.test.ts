import { InvalidArgumentError } from "commander";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseTime } from "./time-option.ts";

const NOW_MS = Date.UTC(2026, 5, 15, 12);
const at = (text: string, end = false): string =>
  new Date(parseTime(text, end, NOW_MS)).toISOString();

describe("parseTime", () => {
  test.each([
    ["2026-01-31", "2026-01-31T00:00:00.000Z"],
    ["2026-01-31T12:30", "2026-01-31T12:30:00.000Z"],
    ["2026-01-31 12:30:15", "2026-01-31T12:30:15.000Z"],
    ["2026-01-31T12:30:15.250Z", "2026-01-31T12:30:15.250Z"],
    ["2026-01-31t12:30z", "2026-01-31T12:30:00.000Z"],
    ["2026-01-01T01:00+02:00", "2025-12-31T23:00:00.000Z"],
    ["2026-01-01T01:00:00-0530", "2026-01-01T06:30:00.000Z"],
    ["2024-02-29", "2024-02-29T00:00:00.000Z"],
    ["90s", "2026-06-15T11:58:30.000Z"],
    ["30m", "2026-06-15T11:30:00.000Z"],
    ["1.5h", "2026-06-15T10:30:00.000Z"],
    ["7d", "2026-06-08T12:00:00.000Z"],
    ["2w", "2026-06-01T12:00:00.000Z"],
  ])("%s is %s", (text, expected) => {
    expect(at(text)).toBe(expected);
  });

  test("a day as an end is its last millisecond; a time is itself", () => {
    expect(at("2026-01-31", true)).toBe("2026-01-31T23:59:59.999Z");
    expect(at("2026-01-31T00:00", true)).toBe("2026-01-31T00:00:00.000Z");
    expect(at("1d", true)).toBe("2026-06-14T12:00:00.000Z");
  });

  test.each([
    ["yesterday", "2026", "2026-1-1", "2026-02-30", "2025-02-29", "2026-13-01"],
    ["2026-01-01T25:00", "2026-01-01T12", "7", "d", "7y", "-7d", "1767225600000", "", " "],
  ])("%s and the like are no times", (...texts) => {
    for (const text of texts) {
      expect(() => parseTime(text, false, NOW_MS), text).toThrow(InvalidArgumentError);
    }
  });

  test("any text is a finite time or refused", () => {
    const piece = fc.constantFrom("2026", "-", "01", "31", "T", ":", "12", "Z", "+", "d", " ", ".");
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, end) => {
        try {
          expect(Number.isFinite(parseTime(pieces.join(""), end, NOW_MS))).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(InvalidArgumentError);
        }
      }),
    );
  });

  test("every time that JavaScript writes is read back", () => {
    const range = { min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true };
    fc.assert(
      fc.property(fc.date(range), (date) => {
        expect(parseTime(date.toISOString(), false, NOW_MS)).toBe(date.getTime());
      }),
    );
  });
});
