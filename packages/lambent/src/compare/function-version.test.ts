import { expect, test } from "vitest";
import { versionOf } from "./function-version.ts";

const id = "0123456789abcdef0123456789abcdef";

test.each([
  [`2026/01/01/[42]${id}`, "42"],
  [`2026/01/01/[$LATEST]${id}`, "$LATEST"],
  [`2026/01/01/orders[7]${id}`, "7"],
  [`2026-01-01-[42]${id}`, "42"],
  ["some stream", null],
  ["[42]", null],
  [null, null],
])("%s was written by version %s", (stream, version) => {
  expect(versionOf(stream)).toBe(version);
});
