import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { evidenceOf } from "../../packages/lambent/src/invocations/failure/evidence.ts";
import { isInstalled, judge, REQUEST_ID, runToEnd } from "./process-run.ts";

const CLIENT = fileURLToPath(new URL("python_client.py", import.meta.url));
const installed = isInstalled("python3");

interface Scenario {
  readonly name: string;
  readonly module: string;
  readonly code: string;
  readonly format?: "text" | "json";
  readonly expected: object;
}

const SCENARIOS: readonly Scenario[] = [
  {
    name: "a handler that raises",
    module: "raises",
    code: "def handler(event, context):\n    return {}['order']\n",
    expected: {
      class: "unhandled-exception",
      errorType: "KeyError",
      runtime: "python",
      message: "'order'",
    },
  },
  {
    name: "an error of several lines",
    module: "several",
    code: "def handler(event, context):\n    raise ValueError('first\\nsecond')\n",
    expected: { class: "unhandled-exception", errorType: "ValueError", message: "first" },
  },
  {
    name: "an error in the JSON log format",
    module: "raises_json",
    code: "def handler(event, context):\n    return 1 / 0\n",
    format: "json",
    expected: {
      class: "unhandled-exception",
      errorType: "ZeroDivisionError",
      runtime: "python",
      message: "division by zero",
    },
  },
  {
    name: "a module that is missing",
    module: "imports",
    code: "import no_such_package\ndef handler(event, context): pass\n",
    expected: { class: "import-error", errorType: "Runtime.ImportModuleError", runtime: "python" },
  },
  {
    name: "a module that the handler imports late",
    module: "imports_late",
    code: "def handler(event, context):\n    import no_such_package\n",
    expected: { class: "import-error", errorType: "ModuleNotFoundError" },
  },
  {
    name: "code that cannot be parsed",
    module: "syntax",
    code: "def handler(event, context:\n",
    expected: { class: "syntax-error", errorType: "Runtime.UserCodeSyntaxError" },
  },
  {
    name: "a handler that is missing",
    module: "empty",
    code: "x = 1\n",
    expected: {
      class: "handler-not-found",
      message: "Handler 'handler' missing on module 'empty'",
    },
  },
  {
    name: "no memory left",
    module: "memory",
    code: "import resource\ndef handler(event, context):\n    resource.setrlimit(resource.RLIMIT_AS, (400 << 20, 400 << 20))\n    return bytearray(1 << 30)\n",
    expected: { class: "out-of-memory", errorType: "MemoryError", runtime: "python" },
  },
  {
    name: "sys.exit",
    module: "exits",
    code: "import sys\ndef handler(event, context):\n    sys.exit(3)\n",
    expected: { class: "process-exit", message: "Runtime exited with error: exit status 3" },
  },
  {
    name: "SIGKILL",
    module: "killed",
    code: "import os, signal\ndef handler(event, context):\n    os.kill(os.getpid(), signal.SIGKILL)\n",
    expected: { class: "out-of-memory", confidence: 0.8 },
  },
];

describe.skipIf(!installed)("what Python prints here [needs python3]", () => {
  let folder = "";
  const run = (module: string, format = "text"): readonly string[] =>
    runToEnd("python3", ["-B", CLIENT, folder, module, "handler", REQUEST_ID, format], "\0").events;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "lambent-python-"));
    for (const { module, code } of SCENARIOS) writeFileSync(join(folder, `${module}.py`), code);
    const logs =
      "import logging\ndef handler(event, context):\n    try:\n        return {}['order']\n    except KeyError as error:\n        logging.exception('no order')\n        print('[ERROR] KeyError: again', end='\\0')\n";
    writeFileSync(join(folder, "logs.py"), logs);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it.each(SCENARIOS)("$name", ({ module, format, expected }) => {
    const events = run(module, format);
    const { status, failure } = judge(events);
    expect(failure).toMatchObject(expected);
    expect(status).toBe("error");
    // On standard output the client joins the lines of one event by a carriage return.
    expect(judge(events.map((event) => event.replaceAll("\n", "\r"))).failure).toMatchObject(
      expected,
    );
  });

  it("an error that the handler caught and logged fails nothing", () => {
    const events = run("logs");
    expect(events.map((event) => evidenceOf(event)?.kind)).toEqual(["hint", "hint"]);
    expect(evidenceOf(events[0] ?? "")?.requestId).toBe(REQUEST_ID);
    expect(judge(events)).toEqual({ status: "success", failure: null });
  });
});
