import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readTimestamp, startsLikeTimestamp } from "./timestamp.ts";

const read = (text: string, at = 0): ReturnType<typeof readTimestamp> =>
  readTimestamp(Buffer.from(text), at);

/** Milliseconds; years 0000 to 9999. */
const time = fc.integer({ min: -62_167_219_200_000, max: 253_402_300_799_999 });
const two = (value: number): string => String(value).padStart(2, "0");

describe("a time", () => {
  test("says what Date.parse says of it, in every zone", () => {
    const zone = fc.oneof(
      fc.constant("Z"),
      fc
        .tuple(
          fc.constantFrom("+", "-"),
          fc.integer({ min: 0, max: 14 }),
          fc.integer({ min: 0, max: 59 }),
        )
        .map(([sign, hours, minutes]) => `${sign}${two(hours)}:${two(minutes)}`),
    );
    const digits = fc.stringMatching(/^\d{1,9}$/);
    const fraction = fc.oneof(
      fc.constant(""),
      digits.map((text) => `.${text}`),
    );
    fc.assert(
      fc.property(time, fraction, zone, (epochMs, after, where) => {
        const text = `${new Date(epochMs).toISOString().slice(0, 19)}${after}${where}`;
        expect(read(text), text).toEqual({ end: text.length, epochMs: Date.parse(text) });
      }),
      { numRuns: 3_000 },
    );
  });

  test("may have a blank for the T, a comma for the point, and no colon in its zone", () => {
    fc.assert(
      fc.property(time, (epochMs) => {
        const iso = new Date(epochMs).toISOString();
        const expected = { end: 24, epochMs };
        expect(read(iso)).toEqual(expected);
        expect(read(iso.replace("T", " "))).toEqual(expected);
        expect(read(iso.replace(".", ","))).toEqual(expected);
        expect(read(iso.replace("Z", "+0000"))).toEqual({ end: 28, epochMs });
        // Without a zone it is UTC, whatever the machine's own zone is.
        expect(read(iso.slice(0, 23))).toEqual({ end: 23, epochMs });
      }),
    );
  });

  test("is found where it stands, and ends where it ends", () => {
    expect(read("ab2026-03-04T05:06:07.089Z\tx", 2)).toEqual({
      end: 26,
      epochMs: Date.parse("2026-03-04T05:06:07.089Z"),
    });
    expect(read("2026-03-04T05:06:07 x")?.end).toBe(19);
    expect(read("2026-03-04T05:06:07-0530x")).toEqual({
      end: 24,
      epochMs: Date.parse("2026-03-04T10:36:07Z"),
    });
  });

  test("is rounded down to the millisecond, however many digits it has", () => {
    const second = Date.parse("2026-03-04T05:06:07Z");
    expect(read("2026-03-04T05:06:07.0899999Z")?.epochMs).toBe(second + 89);
    expect(read(`2026-03-04T05:06:07.${"9".repeat(60)}Z`)?.epochMs).toBe(second + 999);
  });

  test.each([
    "2026-13-04T05:06:07Z",
    "2026-00-04T05:06:07Z",
    "2026-03-00T05:06:07Z",
    "2026-03-32T05:06:07Z",
    "2026-03-04T24:06:07Z",
    "2026-03-04T05:60:07Z",
    "2026-03-04T05:06:61Z",
    "2026-03-04X05:06:07Z",
    "2026/03/04T05:06:07Z",
    "2026-3-04T05:06:07Z",
    "20a6-03-04T05:06:07Z",
    "2026-0x-04T05:06:07Z",
    "2026-03-04T05:06",
    "2026-03-04",
    "",
  ])("%j is none", (text) => {
    expect(read(text)).toBeNull();
  });

  test("a zone that is none is not part of it", () => {
    for (const zone of ["+", "+5", "+05:6", "+15:00", "-0560", "+ab:cd"])
      expect(read(`2026-03-04T05:06:07${zone}`)?.end, zone).toBe(19);
  });
});

test("any bytes at any place: no throw, and a valid time of a place inside them", () => {
  const letters = fc.constantFrom(...Array.from("0123456789-:T. ,Z+\n"));
  fc.assert(
    fc.property(fc.string({ unit: letters, maxLength: 40 }), fc.nat(45), (text, at) => {
      const bytes = Buffer.from(text);
      const found = readTimestamp(bytes, at);
      if (found === null) return;
      expect(startsLikeTimestamp(bytes, at)).toBe(true);
      expect(Number.isInteger(found.epochMs)).toBe(true);
      expect(found.end).toBeLessThanOrEqual(bytes.length);
    }),
    { numRuns: 5_000 },
  );
});
