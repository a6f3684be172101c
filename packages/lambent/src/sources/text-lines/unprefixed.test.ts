import fc from "fast-check";
import { expect, test } from "vitest";
import { unprefixed } from "./unprefixed.ts";

const TIME = "2026-03-04T05:06:07.089Z";
const EPOCH = Date.parse(TIME);
const STREAM = "2026/03/04/[$LATEST]5ad1c7e09b3f4c2e";
const event = (
  message: string,
  timestamp: number | null = null,
  logStream: string | null = null,
) => ({
  message,
  timestamp,
  logGroup: "group",
  logStream,
});

test.each([
  ["a copied S3 line", `${TIME} REPORT RequestId: a`, "REPORT RequestId: a", null],
  ["a copied console line", `${TIME}\tSTART RequestId: a`, "START RequestId: a", null],
  ["a copied error", `${TIME} [ERROR] ValueError: x`, "[ERROR] ValueError: x", null],
  ["a copied sam line", `${STREAM} ${TIME} hello`, "hello", STREAM],
  ["a copied tail line", `${TIME} ${STREAM} hello`, "hello", STREAM],
])("%s loses its prefix", (_, message, rest, logStream) => {
  expect(unprefixed(event(message))).toEqual(event(rest, EPOCH, logStream));
  // What the source itself says is surer.
  expect(unprefixed(event(message, 7, "own"))).toEqual(event(rest, 7, "own"));
});

test.each([
  `${TIME}\t8f5a1c9e\tERROR\tInvoke Error`,
  `${TIME} 8f5a1c9e Task timed out after 3.00 seconds`,
  `${TIME} hello`,
  "REPORT RequestId: a",
  "2026 was a year",
  "1234-",
  "",
])("%j stays as it is", (message) => {
  const given = event(message);
  expect(unprefixed(given)).toBe(given);
});

test("never throws, and what is left is the end of the message", () => {
  const piece = fc.oneof(
    fc.constantFrom(TIME, STREAM, " ", "\t", "REPORT ", "[ERROR]", "é"),
    fc.string({ unit: "binary", maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const message = pieces.join("");
      expect(message.endsWith(unprefixed(event(message)).message)).toBe(true);
    }),
    { numRuns: 3_000 },
  );
});
