import { expect, test } from "vitest";
import { inferColdStart } from "./cold-start.ts";

const line = (
  status: "success" | "error" | "timeout",
  init: number | null,
  restore: number | null = null,
) => ({
  status,
  initDurationMs: init,
  restoreDurationMs: restore,
});
const NOTHING = { initSeen: false, answeredBefore: false };
const INIT = { initSeen: true, answeredBefore: false };
const UNKNOWN = { initSeen: false, answeredBefore: false, initUnknown: true };
const UNKNOWN_ANSWERED = { ...UNKNOWN, answeredBefore: true };
const ANSWERED = { initSeen: false, answeredBefore: true };

test.each([
  ["the line prints its init", line("success", 120), NOTHING, true],
  ["the line prints an init of 0", line("success", 0), ANSWERED, true],
  ["the line prints its restore", line("success", null, 300), NOTHING, true],
  ["an init was logged before", line("success", null), INIT, true],
  ["an init was logged before a failure", line("timeout", null), INIT, true],
  ["it went well without an init", line("success", null), NOTHING, false],
  ["it failed where others went well before", line("error", null), ANSWERED, false],
  ["it failed, and nothing tells", line("error", null), NOTHING, null],
  ["it timed out, and nothing tells", line("timeout", null), NOTHING, null],
  ["it is not known what its line printed", line("success", null), UNKNOWN, null],
  ["the same, where others went well before", line("success", null), UNKNOWN_ANSWERED, null],
  ["the same, and an init was logged", line("success", null), { ...INIT, initUnknown: true }, true],
] as const)("%s", (_, invocation, before, expected) => {
  expect(inferColdStart(invocation, before)).toBe(expected);
});
