import { expect, test } from "vitest";
import type { LogObject } from "./source.ts";
import { streamsAreApart } from "./streams-apart.ts";

function object(logStream: string | null): LogObject {
  const place = { logGroup: null, logStream, functionName: null };
  return { name: "x", sizeBytes: 1, etag: "1", ...place, open: () => (async function* () {})() };
}

test("only objects of known, different streams are apart", () => {
  expect(streamsAreApart([object("2026/01/01/[1]a"), object("2026/01/01/[1]b")])).toBe(true);
  expect(streamsAreApart([object("2026/01/01/[1]a"), object("2026/01/01/[1]a")])).toBe(false);
  expect(streamsAreApart([object("2026/01/01/[1]a"), object(null)])).toBe(false);
  expect(streamsAreApart([object(null)])).toBe(false);
});
