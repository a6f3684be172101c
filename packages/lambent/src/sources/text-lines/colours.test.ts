import fc from "fast-check";
import { expect, test } from "vitest";
import { ColourlessDecoder } from "./colours.ts";

function read(text: string, places: readonly number[] = []): string {
  const bytes = Buffer.from(text);
  const parts: Buffer[] = [];
  const decoder = new ColourlessDecoder({
    write: (chunk) => parts.push(Buffer.from(chunk)),
    end: () => undefined,
  });
  const ends = [...places.map((at) => at % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  ends.forEach((end, i) => decoder.write(bytes.subarray(ends[i - 1] ?? 0, end)));
  decoder.end();
  return Buffer.concat(parts).toString();
}

test.each([
  ["a coloured prefix", "\u001b[32m2026\u001b[0m a\n\u001b[1;38;5;6mb\u001b[m", "2026 a\nb"],
  ["a code that is cut off", "\u001b[32ma\u001b[0", "a\u001b[0"],
  ["codes that are no colour", "\u001b[32ma\u001b[2Kb\u001bc", "a\u001b[2Kb\u001bc"],
])("%s", (_, text, plain) => {
  expect(read(text)).toBe(plain);
});

test.each([
  "a \u001b[32mb\u001b[0m",
  "\n\u001b[32mb",
  "\u001b[2Ka\u001b[32mb",
  "\u001b",
  "\u001b[32",
  "",
])("%j stays as it is", (text) => {
  expect(read(text)).toBe(text);
});

test("the same in any chunks", () => {
  const piece = fc.constantFrom(
    "\u001b[32m",
    "\u001b[0m",
    "\u001b",
    "[",
    "1;",
    "m",
    "text",
    "\n",
    "é",
  );
  const text = fc.array(piece, { maxLength: 20 }).map((pieces) => pieces.join(""));
  fc.assert(
    fc.property(text, fc.array(fc.nat(), { maxLength: 9 }), (whole, places) => {
      expect(read(whole, places)).toBe(read(whole));
    }),
    { numRuns: 1_000 },
  );
});
