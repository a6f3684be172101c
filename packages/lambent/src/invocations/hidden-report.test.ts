import { describe, expect, test } from "vitest";
import { hiddenReports } from "./hidden-report.ts";
import { at, join, report } from "./join.samples.ts";

const REPORT = report("a");

describe("REPORT lines behind something else", () => {
  test.each([
    ["grep", `app.log:${REPORT}`, [`app.log:${REPORT}`]],
    ["a quotation", `> ${REPORT}`, [`> ${REPORT}`]],
    ["a colour", `\u001b[36m${REPORT}`, [`\u001b[36m${REPORT}`]],
    ["a table", `4\t1793500060105\tstream\t${REPORT}`, [`4\t1793500060105\tstream\t${REPORT}`]],
    ["JSON", JSON.stringify({ log: REPORT }), [JSON.stringify({ log: REPORT })]],
    ["two", `a ${REPORT}\nb ${REPORT}`, [`a ${REPORT}`, `b ${REPORT}`]],
    ["far behind in its line", `${"x".repeat(500)}${REPORT}`, [`${"x".repeat(100)}${REPORT}`]],
    ["behind a REPORT, on a line of its own", `${REPORT}\n> ${REPORT}`, [`> ${REPORT}`]],
  ])("%s", (_, message, found) => {
    expect(hiddenReports(message)).toEqual(found);
  });

  test.each([
    REPORT,
    `${REPORT}${REPORT}`,
    `START RequestId: a${REPORT}`,
    "no REPORT RequestId: of yours",
    `see REPORT RequestId: a\nBilled Duration: 1 ms`,
    `2026-03-04T12:00:00.000Z\ta\tINFO\tread ${REPORT}`,
    `[INFO]\t2026-03-04T12:00:00.000Z\ta\tread ${REPORT}`,
    JSON.stringify({ level: "INFO", requestId: "a", message: REPORT }),
    "",
  ])("none: %j", (message) => {
    expect(hiddenReports(message)).toEqual([]);
  });

  test("very many take little time", () => {
    const started = performance.now();
    expect(hiddenReports(`x${"REPORT RequestId: ".repeat(50_000)}`)).toEqual([]);
    expect(hiddenReports(`x ${`${REPORT}\n`.repeat(9_000)}`)).toHaveLength(9_000);
    expect(performance.now() - started).toBeLessThan(1_500);
  });

  test("are counted as REPORTs that cannot be read, each with itself as the example", () => {
    const { invocations, tally } = join([
      at(0, `app.log:${REPORT}`),
      at(1, `${report("b")}\n> ${REPORT}`),
    ]);
    expect(invocations.map((one) => one.requestId)).toEqual(["b"]);
    expect(tally.malformedReports).toBe(2);
    expect(tally.examples).toEqual([`app.log:${REPORT}`, `> ${REPORT}`]);
  });
});
