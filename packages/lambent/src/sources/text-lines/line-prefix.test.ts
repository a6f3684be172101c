import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPrefix, startsEvent } from "./line-prefix.ts";

const TIME = "2026-03-04T05:06:07.089Z";
const EPOCH = Date.parse(TIME);
const STREAM = "2026/03/04/[$LATEST]5ad1c7e09b3f4c2e";

function read(
  text: string,
): { message: string; timestamp: number | null; logStream: string | null } | null {
  const bytes = Buffer.from(text);
  const prefix = readPrefix(bytes, 0);
  if (prefix === null) return null;
  const { messageStart, timestamp, logStream } = prefix;
  return { message: bytes.toString("utf8", messageStart), timestamp, logStream };
}

describe("what stands before a message", () => {
  test.each([
    ["S3 export", `${TIME} hello`, "hello", EPOCH, null],
    [
      "S3 export of a platform line",
      `${TIME} REPORT RequestId: a`,
      "REPORT RequestId: a",
      EPOCH,
      null,
    ],
    ["aws logs tail", `${TIME} ${STREAM} hello`, "hello", EPOCH, STREAM],
    [
      "aws logs tail, microseconds",
      `2026-03-04T05:06:07.089000+00:00 ${STREAM} hello`,
      "hello",
      EPOCH,
      STREAM,
    ],
    [
      "aws logs tail, named stream",
      `${TIME} 2026/03/04/orders[7]5ad1 hello`,
      "hello",
      EPOCH,
      "2026/03/04/orders[7]5ad1",
    ],
    ["sam logs", `${STREAM} 2026-03-04T05:06:07.089000 hello`, "hello", EPOCH, STREAM],
    ["sam logs, a tab", `${STREAM}\t${TIME}\thello`, "hello", EPOCH, STREAM],
    ["copied from the console", `${TIME}\tREPORT RequestId: a`, "REPORT RequestId: a", EPOCH, null],
    [
      "copied from the console, INIT_START",
      `${TIME}\tINIT_START Runtime`,
      "INIT_START Runtime",
      EPOCH,
      null,
    ],
    ["a runtime's own line", `${TIME}\tid\tINFO\thello`, `${TIME}\tid\tINFO\thello`, EPOCH, null],
    ["a time on a line of its own", `${TIME}\nREPORT x`, "REPORT x", EPOCH, null],
    ["the same with CRLF", `${TIME}\r\nREPORT x`, "REPORT x", EPOCH, null],
    ["an empty message", `${TIME} `, "", EPOCH, null],
    [
      "a date that is no stream",
      `${TIME} 2026/03/04 05:06:07 hello`,
      "2026/03/04 05:06:07 hello",
      EPOCH,
      null,
    ],
    ["a stream that is cut off", `${TIME} ${STREAM}`, STREAM, EPOCH, null],
  ])("%s", (_, text, message, timestamp, logStream) => {
    expect(read(text)).toEqual({ message, timestamp, logStream });
    expect(startsEvent(Buffer.from(text), 0)).toBe(true);
  });

  test.each([
    "hello",
    TIME,
    `${TIME}hello`,
    "2026-99-04T05:06:07.089Z hello",
    `${STREAM} hello`,
    STREAM,
    `${STREAM} ${TIME.slice(0, 12)}`,
    `2026/03/04/no-bracket ${TIME} hello`,
    `2026/03/04/[\n] ${TIME} hello`,
    `2026/03/04/[${"x".repeat(600)} ${TIME} hello`,
    "",
  ])("%j: nothing", (text) => {
    expect(read(text)).toBeNull();
  });
});

test("a prefix ends inside the bytes, whatever they are", () => {
  const piece = fc.oneof(
    fc.constantFrom(TIME, STREAM, " ", "\t", "\n", "REPORT ", "2026/03/04/", "[", "x", ":", "-"),
    fc.string({ unit: "binary", maxLength: 3 }),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), fc.nat(60), (pieces, at) => {
      const bytes = Buffer.from(pieces.join(""));
      const prefix = readPrefix(bytes, at);
      if (prefix === null) return;
      expect(prefix.messageStart).toBeGreaterThanOrEqual(at);
      expect(prefix.messageStart).toBeLessThanOrEqual(bytes.length);
      if (prefix.logStream !== null)
        expect(prefix.logStream).toMatch(/^\d{4}\/..\/..\/[^ \t\n]*\[/s);
    }),
    { numRuns: 5_000 },
  );
});
