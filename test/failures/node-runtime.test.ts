import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { evidenceOf } from "../../packages/lambent/src/invocations/failure/evidence.ts";
import { judge, REQUEST_ID, runToEnd } from "./process-run.ts";

const CLIENT = fileURLToPath(new URL("node-client.mjs", import.meta.url));

interface Scenario {
  readonly name: string;
  readonly file: string;
  readonly code: string;
  readonly flags?: readonly string[];
  readonly handler?: string;
  readonly expected: object;
}

const SCENARIOS: readonly Scenario[] = [
  {
    name: "a handler that throws",
    file: "throws.cjs",
    code: "exports.handler = async () => { null.field; };",
    expected: {
      class: "unhandled-exception",
      errorType: "TypeError",
      runtime: "node",
      confidence: 0.9,
      message: "Cannot read properties of null (reading 'field')",
    },
  },
  {
    name: "a handler that throws what is no error",
    file: "throws-text.cjs",
    code: "exports.handler = async () => { throw 'just text'; };",
    expected: { class: "unhandled-exception", errorType: "Error", message: "just text" },
  },
  {
    name: "bad JSON in a handler is no syntax error of the code",
    file: "json.cjs",
    code: "exports.handler = async () => JSON.parse('{');",
    expected: { class: "unhandled-exception", errorType: "SyntaxError" },
  },
  {
    name: "an error behind the handler's back",
    file: "uncaught.cjs",
    code: "exports.handler = () => new Promise(() => setTimeout(() => { throw new RangeError('late'); }, 5));",
    expected: { class: "unhandled-exception", errorType: "RangeError", message: "late" },
  },
  {
    name: "a rejection that nothing handles",
    file: "rejection.cjs",
    code: "exports.handler = () => new Promise(() => { Promise.reject(new Error('lost')); setTimeout(() => {}, 1000); });",
    expected: {
      class: "unhandled-exception",
      errorType: "Runtime.UnhandledPromiseRejection",
      message: "Error: lost",
    },
  },
  {
    name: "a promise that nothing settles",
    file: "unsettled.cjs",
    code: "exports.handler = () => new Promise(() => {});",
    expected: { class: "early-exit", errorType: "Runtime.NodeJsExit" },
  },
  {
    name: "a module that is missing",
    file: "import.cjs",
    code: "require('no-such-package'); exports.handler = async () => {};",
    expected: { class: "import-error", errorType: "Runtime.ImportModuleError", runtime: "node" },
  },
  {
    name: "an ES module that is missing",
    file: "import.mjs",
    code: "import 'no-such-package'; export const handler = async () => {};",
    expected: { class: "import-error", errorType: "Error", runtime: "node" },
  },
  {
    name: "code that cannot be parsed",
    file: "syntax.cjs",
    code: "exports.handler = async () => {",
    expected: { class: "syntax-error", errorType: "Runtime.UserCodeSyntaxError" },
  },
  {
    name: "a handler that is not exported",
    file: "empty.cjs",
    code: "exports.other = 1;",
    expected: { class: "handler-not-found", errorType: "Runtime.HandlerNotFound" },
  },
  {
    name: "code outside the handler that throws",
    file: "init.cjs",
    code: "throw new Error('no settings'); ",
    expected: { class: "init-error", errorType: "Error", message: "no settings" },
  },
  {
    name: "process.exit",
    file: "exit.cjs",
    code: "exports.handler = async () => process.exit(3);",
    expected: {
      class: "process-exit",
      confidence: 1,
      message: "Runtime exited with error: exit status 3",
    },
  },
  {
    name: "a heap that is full",
    file: "heap.cjs",
    code: "exports.handler = async () => { const kept = []; for (;;) kept.push(new Array(10_000).fill({})); };",
    flags: ["--max-old-space-size=24"],
    expected: { class: "out-of-memory", runtime: "node", confidence: 0.95 },
  },
  {
    name: "SIGKILL",
    file: "kill.cjs",
    code: "exports.handler = () => new Promise(() => { process.kill(process.pid, 'SIGKILL'); setTimeout(() => {}, 1000); });",
    expected: { class: "out-of-memory", confidence: 0.8 },
  },
  {
    name: "SIGSEGV",
    file: "segv.cjs",
    code: "exports.handler = () => new Promise(() => { process.kill(process.pid, 'SIGSEGV'); setTimeout(() => {}, 1000); });",
    expected: { class: "runtime-exit" },
  },
];

describe("what Node prints here", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "lambent-node-"));
    for (const { file, code } of SCENARIOS) writeFileSync(join(folder, file), code);
    writeFileSync(
      join(folder, "logs.cjs"),
      "exports.handler = async () => console.error('kept', new TypeError('x'));",
    );
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(SCENARIOS)("$name", ({ file, flags, expected }) => {
    const { events } = runToEnd(process.execPath, [
      ...(flags ?? []),
      CLIENT,
      join(folder, file),
      "handler",
      REQUEST_ID,
    ]);
    const { status, failure } = judge(events);
    expect(failure).toMatchObject(expected);
    expect(status).toBe("error");
  });

  it("an error that the handler caught and logged fails nothing", () => {
    const { events } = runToEnd(process.execPath, [
      CLIENT,
      join(folder, "logs.cjs"),
      "handler",
      REQUEST_ID,
    ]);
    expect(events).toHaveLength(1);
    expect(evidenceOf(events[0] ?? "")).toEqual({ requestId: REQUEST_ID, kind: "hint" });
    expect(judge(events)).toEqual({ status: "success", failure: null });
  });
});
