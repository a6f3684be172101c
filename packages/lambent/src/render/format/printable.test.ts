import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { escapeInJson, printable, printableLines, printableSentence } from "./printable.ts";

const hostile = fc.string({
  unit: fc.oneof(
    fc.constantFrom(
      "\u001b",
      "\u0007",
      "\u009b",
      "\u202e",
      "\u2066",
      "\u200b",
      "\ud800",
      "\u{e0041}",
      "\n",
      "\r",
    ),
    fc.constantFrom("a", " ", "é", "日", "👩‍💻", "\\", '"'),
  ),
});
const dangerous =
  /[\p{Cc}\p{Cs}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/u;

describe("printable", () => {
  test.each([
    ["\u001b[31m", "\\x1b[31m"],
    ["a\u202eb", "a\\u202eb"],
    ["a\nb", "a\\nb"],
    ["\u{e0041}", "\\u{e0041}"],
    ["\ud800", "\\ud800"],
    ["日本語 é 👩‍💻", "日本語 é 👩‍💻"],
  ])("%j is shown as %s", (text, shown) => {
    expect(printable(text)).toBe(shown);
  });

  test("nothing dangerous gets through", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(printable(text)).not.toMatch(dangerous);
        expect(printableSentence(text)).not.toMatch(dangerous);
        expect(printableLines(text).replaceAll("\n", "")).not.toMatch(dangerous);
      }),
    );
  });

  test("a sentence has no line breaks and no runs of blanks", () => {
    expect(printableSentence("  a\r\n\tb  c ")).toBe("a b c");
    expect(printableLines("a\r\nb\tc")).toBe("a\nb  c");
  });
});

describe("escapeInJson", () => {
  test("the value stays, the text is safe", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const json = escapeInJson(JSON.stringify({ text }, null, 2));
        expect(JSON.parse(json)).toEqual({ text });
        expect(json.replaceAll("\n", "")).not.toMatch(dangerous);
      }),
    );
  });
});
