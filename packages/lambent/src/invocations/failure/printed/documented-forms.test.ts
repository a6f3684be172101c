import { describe, expect, it } from "vitest";
import { evidenceOf } from "../evidence.ts";
import { readPrintedError } from "./read-printed-error.ts";

/*
 * Forms of runtimes that are not run by these tests, written after the sources of AWS's runtime
 * interface clients (Ruby: `LambdaLogger.log_error`; Go: `reportFailure`; .NET:
 * `DefaultLogMessageFormatter`; Java: `UserFault.reportableError`) and after AWS's documentation.
 */
const ID = "0c5a1f60-7d2e-4a51-9f3e-0b7a6c2d1e10";
const TIME = "2026-02-03T04:05:06.789Z";

const rubyDocument = `{\n  "errorMessage": "undefined method 'each' for nil",\n  "errorType": "Function<NoMethodError>",\n  "stackTrace": [\n    "/var/task/app.rb:3:in 'handler'"\n  ]\n}`;
const dotnetFrames =
  "   at Shop.Function.Handle(Order order) in /src/Function.cs:line 12\n" +
  "   at lambda_method1(Closure, Stream, ILambdaContext, Stream)\n" +
  "   at Amazon.Lambda.RuntimeSupport.HandlerWrapper.<>c__DisplayClass8_0.<GetHandlerWrapper>b__0(InvocationRequest invocation)\n" +
  "   at Amazon.Lambda.RuntimeSupport.LambdaBootstrap.InvokeOnceAsync(CancellationToken cancellationToken)";

const PROOFS: readonly (readonly [name: string, text: string, expected: object])[] = [
  [
    "Ruby, the error document",
    rubyDocument,
    { runtime: "ruby", errorType: "Function<NoMethodError>" },
  ],
  [
    "Ruby, heading and document in one event",
    `Critical exception from handler\n${rubyDocument}`,
    { runtime: "ruby", message: "undefined method 'each' for nil" },
  ],
  [
    "Go, a returned error",
    `2026/02/03 04:05:06 {"errorMessage":"order 12 not found","errorType":"errorString"}`,
    { runtime: "go", errorType: "errorString", message: "order 12 not found" },
  ],
  [
    "Go, a panic",
    `2026/02/03 04:05:06 {"errorMessage":"runtime error: index out of range [3] with length 2","errorType":"boundsError","stackTrace":[{"path":"main.go","line":9,"label":"handler"}]}`,
    { runtime: "go", errorType: "boundsError" },
  ],
  [
    ".NET, caught by the runtime",
    `${TIME}\t${ID}\tfail\tSystem.NullReferenceException: Object reference not set to an instance of an object.\n${dotnetFrames}`,
    { runtime: "dotnet", errorType: "System.NullReferenceException", requestId: ID },
  ],
  [
    ".NET, a process that dies",
    "Unhandled exception. System.InvalidOperationException: no handler\n   at Program.Main()",
    { runtime: "dotnet", errorType: "System.InvalidOperationException", message: "no handler" },
  ],
  [
    "Java, JSON log format",
    JSON.stringify({
      timestamp: TIME,
      message:
        "/ by zero: java.lang.ArithmeticException\njava.lang.ArithmeticException: / by zero\n\tat shop.Handler.handleRequest(Handler.java:9)\n\n",
      level: "ERROR",
      AWSRequestId: ID,
    }),
    {
      runtime: "java",
      errorType: "java.lang.ArithmeticException",
      message: "/ by zero",
      requestId: ID,
    },
  ],
  [
    "a custom runtime for PHP",
    `${ID}\tInvoke Error\t{"errorType":"RuntimeException","errorMessage":"no such order","stack":[]}`,
    { runtime: null, errorType: "RuntimeException", requestId: ID },
  ],
  [
    "a response that the platform does not take",
    "[ERROR] [1767225600000] LAMBDA_RUNTIME Failed to post handler success response. Http response code: 413.",
    { errorType: "Function.ResponseSizeTooLarge" },
  ],
  [
    "an extension that ended",
    `RequestId: ${ID} Error: exit status 255\nExtension.Crash`,
    { by: "platform", errorType: "Extension.Crash", requestId: ID },
  ],
  [
    "a time-out",
    `${TIME} ${ID} Task timed out after 3.00 seconds\n\n`,
    { by: "platform", errorType: "Sandbox.Timedout", message: "Task timed out after 3.00 seconds" },
  ],
  [
    "a time-out whose time was taken for the prefix of a pasted line",
    `${ID} Task timed out after 3.00 seconds`,
    { by: "platform", errorType: "Sandbox.Timedout", requestId: ID },
  ],
  [
    "the Telemetry API's fault record",
    JSON.stringify({
      time: TIME,
      type: "platform.fault",
      record: `RequestId: ${ID} Process exited before completing request`,
    }),
    { by: "platform", message: "Process exited before completing request", requestId: ID },
  ],
  [
    "the Telemetry API's function record",
    JSON.stringify({
      time: TIME,
      type: "function",
      record: `${TIME}\t${ID}\tERROR\tInvoke Error \t{"errorType":"TypeError","errorMessage":"x is not a function","stack":[]}\n`,
    }),
    { runtime: "node", errorType: "TypeError", requestId: ID },
  ],
];

const HINTS: readonly (readonly [name: string, text: string])[] = [
  ["Go without memory", "fatal error: runtime: out of memory"],
  [
    ".NET, logged by the code",
    `${TIME}\t${ID}\tfail\tSystem.TimeoutException: gave up\n   at Shop.Client.Call()`,
  ],
  [
    "Java, logged by the code",
    "ERROR Handler - order 7\njava.io.IOException: closed\n\tat shop.Client.read(Client.java:3)",
  ],
  ["a logger of Node", `${TIME}\t${ID}\tERROR\tretrying after TypeError: terminated`],
  [
    "the answer of another function, logged",
    `{"errorMessage":"RequestId: ${ID} Error: Task timed out after 1.00 seconds","errorType":"Sandbox.Timedout"}`,
  ],
  [
    "an extension's state",
    "EXTENSION\tName: agent\tState: InitError\tEvents: [INVOKE]\tError Type: Extension.Unavailable",
  ],
  [
    "Node's JSON format, which a handler may print too",
    JSON.stringify({
      timestamp: TIME,
      level: "ERROR",
      requestId: ID,
      message: { errorType: "TypeError", errorMessage: "no", stackTrace: [] },
    }),
  ],
];

const NOTHING: readonly string[] = [
  `REPORT RequestId: ${ID}\tDuration: 3.10 ms\tBilled Duration: 4 ms\tMemory Size: 128 MB\tMax Memory Used: 128 MB\t`,
  `START RequestId: ${ID} Version: $LATEST`,
  `${TIME}\t${ID}\tINFO\tTask timed out after 3.00 seconds was seen upstream`,
  "backup Task timed out after 3.00 seconds",
  `${TIME}\t${ID}\tINFO\t0 Errors, Process exited before completing is the name of a test`,
  `${TIME}\t${ID}\tERROR\tno stock left`,
  `INIT_REPORT Init Duration: 9.10 ms\tPhase: init\tStatus: error\tError Type: Runtime.ExitError`,
  JSON.stringify({
    time: TIME,
    type: "platform.runtimeDone",
    record: { requestId: ID, status: "error", errorType: "Runtime.ExitError" },
  }),
  JSON.stringify({ level: "INFO", message: "ok", errorType: "TypeError" }),
  "",
];

describe("forms after the runtimes' sources and AWS's documentation", () => {
  it.each(PROOFS)("proof: %s", (_name, text, expected) => {
    expect(readPrintedError(text)).toMatchObject(expected);
    expect(evidenceOf(text)?.kind).toBe("failure");
  });

  it.each(HINTS)("hint: %s", (_name, text) => {
    expect(evidenceOf(text)?.kind).toBe("hint");
  });

  it.each(NOTHING)("no evidence: %s", (text) => {
    expect(evidenceOf(text)).toBeNull();
  });
});
