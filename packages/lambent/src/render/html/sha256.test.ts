import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { sha256Base64 } from "./sha256.ts";

test("is what the platform computes, for any text and every length around a block", () => {
  const reference = (text: string): string => createHash("sha256").update(text).digest("base64");
  for (let length = 0; length < 200; length += 1) {
    expect(sha256Base64("λ".repeat(length))).toBe(reference("λ".repeat(length)));
  }
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", maxLength: 400 }), (text) => {
      expect(sha256Base64(text)).toBe(reference(text));
    }),
  );
});
