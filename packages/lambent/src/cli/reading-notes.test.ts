import { expect, test } from "vitest";
import { emptyNote } from "./reading-notes.ts";

const source = { name: "a.log", problem: null };

test("a store that let its invocations go is not told to look for REPORT lines", () => {
  const kept = { sources: [{ ...source, invocations: 12 }], invocations: 0, narrowed: false };
  expect(emptyNote(kept)).toContain("--keep");
  const none = {
    sources: [{ ...source, invocations: 0 }, source],
    invocations: 0,
    narrowed: false,
  };
  expect(emptyNote(none)).toContain("REPORT lines");
  expect(emptyNote({ ...kept, invocations: 1 })).toBeNull();
});
