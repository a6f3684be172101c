import { describe, expect, test } from "vitest";
import { terminalStyle } from "./output.ts";

const terminal = { isTTY: true, columns: 120 };
const pipe = { isTTY: false, columns: 0 };

describe("terminalStyle", () => {
  test.each([
    ["a terminal", terminal, {}, true],
    ["a pipe", pipe, {}, false],
    ["NO_COLOR", terminal, { NO_COLOR: "1" }, false],
    ["an empty NO_COLOR", terminal, { NO_COLOR: "" }, true],
    ["TERM=dumb", terminal, { TERM: "dumb" }, false],
    ["FORCE_COLOR on a pipe", pipe, { FORCE_COLOR: "1" }, true],
    ["FORCE_COLOR over NO_COLOR", pipe, { FORCE_COLOR: "3", NO_COLOR: "1" }, true],
    ["FORCE_COLOR=0", terminal, { FORCE_COLOR: "0" }, false],
    ["FORCE_COLOR=false", terminal, { FORCE_COLOR: "false" }, false],
    ["an empty FORCE_COLOR", pipe, { FORCE_COLOR: "" }, false],
  ])("colour: %s", (_, stream, env, colour) => {
    expect(terminalStyle(stream, env).colour).toBe(colour);
  });

  test.each([
    ["the terminal's", terminal, {}, 120],
    ["COLUMNS before the terminal's", terminal, { COLUMNS: "90" }, 90],
    ["100 where nothing says", pipe, {}, 100],
    ["nonsense is as nothing", pipe, { COLUMNS: "wide" }, 100],
    ["zero and fractions, too", terminal, { COLUMNS: "0" }, 120],
    ["at least 40", pipe, { COLUMNS: "7" }, 40],
    ["at most 400", pipe, { COLUMNS: "100000" }, 400],
  ])("width: %s", (_, stream, env, columns) => {
    expect(terminalStyle(stream, env).columns).toBe(columns);
  });

  test.each([
    [{}, true],
    [{ LANG: "en_GB.UTF-8" }, true],
    [{ LC_ALL: "C.UTF-8" }, true],
    [{ LC_ALL: "C" }, false],
    [{ LANG: "POSIX" }, false],
    [{ LC_ALL: "de_DE.UTF-8", LANG: "C" }, true],
    [{ TERM: "linux" }, false],
  ])("pictures of Unicode: %j %s", (env, unicode) => {
    expect(terminalStyle(terminal, env).unicode).toBe(unicode);
  });
});
