import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { classifyFailure } from "./classify.ts";
import type { FailureFacts, InitReportFacts } from "./failure-rule.ts";
import { failureRules } from "./registry.ts";

const ID = "0c5a1f60-7d2e-4a51-9f3e-0b7a6c2d1e10";

function facts(some: Partial<FailureFacts>): FailureFacts {
  return {
    status: null,
    errorType: null,
    durationMs: 3_000,
    memorySizeMb: 128,
    maxMemoryUsedMb: 70,
    initReport: null,
    evidence: [],
    ...some,
  };
}

function init(some: Partial<InitReportFacts>): InitReportFacts {
  return { phase: "invoke", status: "error", errorType: null, durationMs: 150, ...some };
}

const AT_LIMIT = { memorySizeMb: 128, maxMemoryUsedMb: 128 };
const exit = (how: string): string => `RequestId: ${ID} Error: Runtime exited with error: ${how}`;
const named = (errorType: string): Partial<FailureFacts> => ({ status: "error", errorType });

const CASES: readonly (readonly [name: string, some: Partial<FailureFacts>, expected: object])[] = [
  [
    "a time-out",
    { status: "timeout" },
    { class: "timeout", confidence: 1, message: "Timed out after 3.00 seconds" },
  ],
  [
    "memory run out, named",
    { ...named("Runtime.OutOfMemory"), ...AT_LIMIT },
    { class: "out-of-memory", confidence: 1 },
  ],
  [
    "killed at the limit",
    { evidence: [exit("signal: killed")], ...AT_LIMIT },
    { class: "out-of-memory", confidence: 0.95 },
  ],
  [
    "killed far below the limit",
    { evidence: [exit("signal: killed")] },
    { class: "runtime-exit", confidence: 0.7 },
  ],
  [
    "a segmentation fault",
    { evidence: [exit("signal: segmentation fault")] },
    { class: "runtime-exit" },
  ],
  [
    "an exit status",
    { evidence: [exit("exit status 1")] },
    { class: "process-exit", confidence: 1 },
  ],
  ["an exit, named without a reason", named("Runtime.ExitError"), { class: "runtime-exit" }],
  [
    "an exit at the memory limit",
    { ...named("Runtime.ExitError"), ...AT_LIMIT },
    { class: "out-of-memory", confidence: 0.65 },
  ],
  [
    "a heap that is full",
    {
      evidence: [
        "FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory",
        exit("signal: aborted"),
      ],
    },
    { class: "out-of-memory", runtime: "node" },
  ],
  [
    "an import, named",
    named("Runtime.ImportModuleError"),
    { class: "import-error", confidence: 1 },
  ],
  [
    "an import in an init",
    { initReport: init({ errorType: "Runtime.ImportModuleError" }) },
    { class: "import-error" },
  ],
  ["syntax, named", named("Runtime.UserCodeSyntaxError"), { class: "syntax-error", confidence: 1 }],
  [
    "a handler that is missing",
    named("Runtime.HandlerNotFound"),
    { class: "handler-not-found", confidence: 1 },
  ],
  ["an extension", named("Extension.Crash"), { class: "extension-crash", confidence: 1 }],
  [
    "an entry point that cannot run",
    { initReport: init({ errorType: "Runtime.InvalidEntrypoint" }) },
    { class: "init-error", confidence: 1 },
  ],
  [
    "another architecture",
    { evidence: [`RequestId: ${ID} Error: fork/exec /var/task/bootstrap: exec format error`] },
    { class: "init-error" },
  ],
  [
    "an exit during init",
    { initReport: init({ errorType: "Runtime.ExitError" }), evidence: [exit("exit status 106")] },
    { class: "init-error" },
  ],
  [
    "init again too slow",
    { status: "timeout", initReport: init({ status: "timeout" }) },
    { class: "init-timeout", confidence: 1 },
  ],
  [
    "a promise that nothing settles",
    named("Runtime.NodeJsExit"),
    { class: "early-exit", confidence: 1 },
  ],
  [
    "an answer too large",
    named("Function.ResponseSizeTooLarge"),
    { class: "response-too-large", confidence: 1 },
  ],
  [
    "a role without permission",
    {
      evidence: [
        `[ERROR] ClientError: An error occurred (AccessDeniedException) when calling the GetItem operation\nTraceback (most recent call last):\n\u00a0\u00a0File "/var/task/app.py", line 3, in handler`,
      ],
    },
    { class: "permission", confidence: 0.9, runtime: "python" },
  ],
  [
    "a service that throttles",
    {
      evidence: [
        `2026-02-03T04:05:06.789Z\t${ID}\tERROR\tInvoke Error \t{"errorType":"ThrottlingException","errorMessage":"Rate exceeded","stack":[]}`,
      ],
    },
    { class: "throttle", confidence: 0.9, runtime: "node" },
  ],
  [
    "an error of the code, named",
    named("ValidationError"),
    { class: "unhandled-exception", confidence: 1, errorType: "ValidationError" },
  ],
  [
    "an error, and no word of why",
    { status: "error" },
    { class: "unhandled-exception", confidence: 0.5 },
  ],
  [
    "an exit that a printed error explains",
    {
      evidence: [
        `2026-02-03T04:05:06.789Z\t${ID}\tERROR\tUncaught Exception \t{"errorType":"RangeError","errorMessage":"no","stack":[]}`,
        exit("exit status 129"),
      ],
    },
    { class: "unhandled-exception", errorType: "RangeError" },
  ],
];

describe("classifyFailure", () => {
  it.each(CASES)("%s", (_name, some, expected) => {
    const { status, failure } = classifyFailure(facts(some));
    expect(failure).toMatchObject(expected);
    expect(status).not.toBe("success");
    expect(failure?.evidence.length).toBeGreaterThan(0);
  });

  it("every rule is in the registry once, in order of its name", () => {
    const classes = failureRules.map((rule) => rule.class);
    expect(classes).toEqual([...new Set(classes)].sort());
    expect(classes).toHaveLength(15);
  });

  it("leaves a healthy invocation at its memory limit alone", () => {
    expect(classifyFailure(facts(AT_LIMIT))).toEqual({ status: "success", failure: null });
  });

  it("believes a status of success whatever is logged", () => {
    const verdict = classifyFailure(
      facts({ status: "success", evidence: [exit("exit status 1")] }),
    );
    expect(verdict).toEqual({ status: "success", failure: null });
  });

  it("does not take a hint for a failure", () => {
    const hint = `2026-02-03T04:05:06.789Z\t${ID}\tERROR\tretry after TypeError: terminated`;
    expect(classifyFailure(facts({ evidence: [hint] })).status).toBe("success");
    expect(classifyFailure(facts({ status: "error", evidence: [hint] })).failure).toMatchObject({
      class: "unhandled-exception",
      errorType: "TypeError",
      confidence: 0.6,
    });
  });

  it("does not fail an invocation for an init that was repeated", () => {
    const initReport = init({ phase: "init", errorType: "Runtime.ExitError" });
    expect(classifyFailure(facts({ initReport })).status).toBe("success");
  });

  it("suspects memory behind a time-out at the limit, and shows both facts", () => {
    const { status, failure } = classifyFailure(facts({ status: "timeout", ...AT_LIMIT }));
    expect(status).toBe("timeout");
    expect(failure?.class).toBe("out-of-memory");
    expect(failure?.confidence).toBeLessThan(0.7);
    expect(failure?.evidence).toEqual([
      "Status: timeout",
      "Memory Size: 128 MB\tMax Memory Used: 128 MB",
    ]);
  });

  it("reads the status from an old time-out line", () => {
    const line = `2026-02-03T04:05:06.789Z ${ID} Task timed out after 3.00 seconds`;
    expect(classifyFailure(facts({ evidence: [line] }))).toMatchObject({
      status: "timeout",
      failure: { class: "timeout", message: "Task timed out after 3.00 seconds", evidence: [line] },
    });
  });

  it("masks and cuts what it hands on", () => {
    const text = `[ERROR] ValueError: bad url postgres://admin:hunter2@db/x ${"é".repeat(5_000)}\nTraceback (most recent call last):\n\u00a0\u00a0File "a.py"`;
    const { failure } = classifyFailure(facts({ evidence: [text] }));
    expect(JSON.stringify(failure)).not.toContain("hunter2");
    for (const line of failure?.evidence ?? [])
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(4_096);
    expect(Buffer.byteLength(failure?.message ?? "")).toBeLessThanOrEqual(500);
  });

  it("never throws; fails with a reason or not at all", () => {
    const text = fc.oneof(
      fc.string({ unit: "binary", maxLength: 100 }),
      fc.constantFrom(
        exit("exit status 1"),
        "[ERROR] A: b\nTraceback (most recent call last):",
        "MemoryError",
      ),
    );
    const type = fc.option(
      fc.oneof(fc.string(), fc.constantFrom("Runtime.ExitError", "Extension.Crash")),
    );
    const megabytes = fc.option(fc.nat(10_240));
    fc.assert(
      fc.property(
        fc.record({
          status: fc.constantFrom("success", "error", "timeout", null),
          errorType: type,
          durationMs: fc.double({ min: 0, max: 900_000, noNaN: true }),
          memorySizeMb: megabytes,
          maxMemoryUsedMb: megabytes,
          initReport: fc.option(
            fc.record({
              phase: fc.constantFrom("init", "invoke", null),
              status: fc.constantFrom("error", "timeout", null),
              errorType: type,
              durationMs: fc.nat(),
            }),
          ),
          evidence: fc.array(text, { maxLength: 4 }),
        }),
        (some) => {
          const { status, failure } = classifyFailure(some);
          expect(failure === null).toBe(status === "success");
          if (some.status !== null) expect(status).toBe(some.status);
          if (failure) expect(failure.confidence > 0 && failure.confidence <= 1).toBe(true);
        },
      ),
      { numRuns: 1_000 },
    );
  });
});
