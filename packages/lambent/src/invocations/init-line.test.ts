import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseInitReport, regionOfRuntimeArn } from "./init-line.ts";

describe("INIT_REPORT", () => {
  test.each([
    [
      "INIT_REPORT Init Duration: 1236.04 ms\tPhase: init\tStatus: error\tError Type: Runtime.ExitError",
      { durationMs: 1_236.04, phase: "init", status: "error", errorType: "Runtime.ExitError" },
    ],
    [
      "INIT_REPORT Init Duration: 3000.16 ms\tPhase: invoke\tStatus: timeout",
      { durationMs: 3_000.16, phase: "invoke", status: "timeout", errorType: null },
    ],
    [
      "INIT_REPORT Status: timeout   Phase: init   Init Duration: 10008.20 ms",
      { durationMs: 10_008.2, phase: "init", status: "timeout", errorType: null },
    ],
    [
      "INIT_REPORT Init Duration: 80.10 ms\tPhase: init",
      { durationMs: 80.1, phase: "init", status: null, errorType: null },
    ],
    [
      "INIT_REPORT Init Duration: 80.10 ms\tPhase:\tStatus: error",
      { durationMs: 80.1, phase: null, status: "error", errorType: null },
    ],
  ])("%j", (message, expected) => {
    expect(parseInitReport(message)).toEqual(expected);
  });

  test.each([
    "INIT_REPORT",
    "INIT_REPORT Phase: init\tStatus: error",
    "INIT_REPORT Init Duration: ms\tPhase: init",
    "INIT_REPORT Init Duration: -5.00 ms\tPhase: init",
    "INIT_REPORT Init Duration: 0x10 ms\tPhase: init",
    "INIT_REPORT Init Duration: Infinity ms",
    "REPORT RequestId: x\tInit Duration: 5.00 ms",
    "we saw INIT_REPORT Init Duration: 5.00 ms",
    "",
  ])("%j is none", (message) => {
    expect(parseInitReport(message)).toBeNull();
  });

  test("never throws, and takes no time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const found = parseInitReport(`INIT_REPORT Init Duration: ${text}`);
        if (found !== null) expect(found.durationMs).toBeGreaterThanOrEqual(0);
        parseInitReport(text);
        regionOfRuntimeArn(text);
      }),
    );
    const started = performance.now();
    parseInitReport(`INIT_REPORT ${"Init Duration:".repeat(100_000)}`);
    regionOfRuntimeArn("arn:aws".repeat(150_000));
    expect(performance.now() - started).toBeLessThan(1_000);
  });
});

test("the region of a runtime's ARN", () => {
  const line = (arn: string): string =>
    `INIT_START Runtime Version: nodejs:22.v54\tRuntime Version ARN: ${arn}`;
  expect(regionOfRuntimeArn(line("arn:aws:lambda:eu-west-3::runtime:07a48df201798d"))).toBe(
    "eu-west-3",
  );
  expect(regionOfRuntimeArn(line("arn:aws-cn:lambda:cn-north-1::runtime:07a4"))).toBe("cn-north-1");
  expect(regionOfRuntimeArn(line("arn:aws-us-gov:lambda:us-gov-west-1::runtime:0"))).toBe(
    "us-gov-west-1",
  );
  expect(regionOfRuntimeArn("arn:aws:lambda:eu-west-3:1234:function:orders")).toBeNull();
  expect(regionOfRuntimeArn("")).toBeNull();
});
