import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EVIDENCE_NEEDLES, evidenceOf } from "./evidence.ts";
import { readPrintedError } from "./printed/read-printed-error.ts";

const ID = "0c5a1f60-7d2e-4a51-9f3e-0b7a6c2d1e10";

/** Pieces of every form, to be put together at random: most results are damaged forms. */
const PIECES = [
  "2026-02-03T04:05:06.789Z",
  ID,
  "undefined",
  "\t",
  "\n",
  "\r",
  " ",
  ": ",
  "{",
  "}",
  '"',
  "\\",
  "[",
  "ERROR",
  "[ERROR] ",
  "Error: ",
  "Exception",
  "java.lang.IllegalStateException",
  "\tat a.B.c(D.java:1)",
  "RequestId: ",
  "Task timed out after 3.00 seconds",
  "Process exited before completing request",
  "Runtime exited with error: signal: killed",
  "Invoke Error \t{",
  '"errorType":',
  '"errorMessage":',
  "fail",
  "System.Exception: x",
  "   at Amazon.Lambda.RuntimeSupport.X()",
  "Unhandled exception. ",
  "Unknown application error occurred",
  "Unable to import module '",
  "out of memory",
  "MemoryError",
  "Traceback (most recent call last):",
  "Runtime.ExitError",
  "EXTENSION\tName: a\tState: InitError",
  "LAMBDA_WARNING: Unhandled exception",
  "LAMBDA_RUNTIME Failed to post",
  "AccessDenied",
  '{"level":"ERROR"',
  '"type":"function","record":"',
  "2026/02/03 04:05:06 {",
  "Error raised from handler method",
];
const pieced = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 14 })
  .map((pieces) => pieces.join(""));
const anyText = fc.oneof(pieced, fc.string({ unit: "binary", maxLength: 200 }));

describe("evidenceOf", () => {
  it("never throws, and every evidence contains a needle", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        if (evidenceOf(text) === null) return;
        expect(EVIDENCE_NEEDLES.some((needle) => text.includes(needle))).toBe(true);
      }),
      { numRuns: 3_000 },
    );
  });

  it("finds evidence without the help of needles wherever a proof is read", () => {
    fc.assert(
      fc.property(pieced, (text) => {
        const printed = readPrintedError(text);
        // The one word of proof that no needle covers would be lost by fast reading.
        if (printed?.proves) expect(evidenceOf(text)).not.toBeNull();
      }),
      { numRuns: 3_000 },
    );
  });

  it("gives no request id where none is known", () => {
    const line = `2026-02-03T04:05:06.789Z\tundefined\tERROR\tUncaught Exception \t{"errorType":"Error"}`;
    expect(evidenceOf(line)).toEqual({ requestId: null, kind: "failure" });
  });

  it.each(EVIDENCE_NEEDLES)(
    "needle %s is short ASCII and in no line of an invocation that is well",
    (needle) => {
      expect(needle).toMatch(/^[\x20-\x7e]{4,7}$/);
      for (const line of [
        `START RequestId: ${ID} Version: $LATEST`,
        `END RequestId: ${ID}`,
        `REPORT RequestId: ${ID}\tDuration: 3.10 ms\tBilled Duration: 4 ms\tMemory Size: 128 MB\tMax Memory Used: 70 MB\tInit Duration: 9.00 ms\tRestore Duration: 9.00 ms\tBilled Restore Duration: 9 ms\t`,
        "XRAY TraceId: 1-6ac7c67a-1c0aa43118a5d54708c0da61\tSegmentId: 2d54219895e821dd\tSampled: true",
        "INIT_START Runtime Version: nodejs:20.v9\tRuntime Version ARN: arn:aws:lambda:eu-west-1::runtime:ab",
        `2026-02-03T04:05:06.789Z\t${ID}\tINFO\tdone`,
      ]) {
        expect(line).not.toContain(needle);
      }
    },
  );

  const MEGABYTE = 1_000_000;
  const HOSTILE: readonly (readonly [name: string, unit: string])[] = [
    ["opened errors", "Error: Exception "],
    ["class names", "a.b.C.Exception."],
    ["blanks", "[ERROR] \t "],
    ["quotes", '{"errorType":"\\"Error'],
    ["braces", '{"errorMessage":{"ERROR":['],
    ["line ends", "java.lang.Error: \r\n\tat "],
    ["tabs", "2026-02-03T04:05:06.789Z\tx\tERROR\t"],
    ["request ids", "RequestId: x Error: Error: "],
    ["tracebacks", "[ERROR] A: Traceback (most recent call last):\r\u00a0Error"],
    ["warnings", "LAMBDA_WARNING: Unhandled exception "],
    ["words", "MemoryError".repeat(3)],
  ];
  it.each(HOSTILE)("takes linear time on 1 MB of %s", (_name, unit) => {
    const long = unit.repeat(Math.ceil(MEGABYTE / unit.length));
    const startedMs = performance.now();
    evidenceOf(long);
    // Quadratic work on 10^6 characters takes minutes; linear work a few milliseconds.
    expect(performance.now() - startedMs).toBeLessThan(500);
  });
});
