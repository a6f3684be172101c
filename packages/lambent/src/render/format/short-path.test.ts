import fc from "fast-check";
import { expect, test } from "vitest";
import { shortPath } from "./short-path.ts";

test.each([
  ["logs/app.txt", 30, "logs/app.txt"],
  ["logs/a1b2c3d4-e5f6/2026-10-05-[$LATEST]0123/000000.gz", 30, "logs/…/000000.gz"],
  ["C:\\logs\\a1b2c3d4-e5f6\\2026-10-05-0123456789\\000000.gz", 30, "C:\\logs\\…\\000000.gz"],
  ["a-name-without-any-separator.log", 21, "a-name-w…eparator.log"],
])("%j in %i characters", (path, most, expected) => {
  expect(shortPath(path, most)).toBe(expected);
});

test("never longer than asked, and both ends stay", () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom("a", "b", "/", "ü", "🦩"), maxLength: 200 }),
      fc.integer({ min: 12, max: 90 }),
      (path, most) => {
        const short = shortPath(path, most);
        expect(Array.from(short).length).toBeLessThanOrEqual(most);
        expect(Array.from(short)[0]).toBe(Array.from(path)[0]);
        expect(Array.from(short).at(-1)).toBe(Array.from(path).at(-1));
      },
    ),
  );
});
