import type { RuntimeFamily } from "../../../model/failure.ts";
import { readJavaError } from "./java-error.ts";
import { fieldsOf, fieldsOfCutJson, isObject, jsonObject, stringOf } from "./json-fields.ts";
import type { ErrorFields } from "./json-fields.ts";
import { firstLine, knownRequestId } from "./printed-error.ts";
import type { PrintedError } from "./printed-error.ts";

// Go's `log` puts the date before the document; Ruby's runtime a line or a heading.
const GO_PREFIX = /^\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})? \{/;
const RUBY_PREFIX =
  /^(?:Error raised from handler method|Critical exception from handler|Init error when loading handler[^\r\n{]{0,200})\s{0,8}\{/;
const RUBY_TYPE = /^(?:Function|Init|Runtime)<([\w:]{1,200})>$/;
const WARNING_PREFIX = /^LAMBDA_WARNING: Unhandled exception[^{]{0,2000}\{/;
const ERROR_LEVELS = new Set(["ERROR", "Error", "FATAL", "CRITICAL", "Critical"]);

/** Names that only Node's runtime gives to an error (its JSON form leaves `Runtime.` out). */
const NODE_RUNTIME_ERRORS = new Set([
  "ImportModuleError",
  "HandlerNotFound",
  "MalformedHandlerName",
  "UserCodeSyntaxError",
  "MalformedStreamingHandler",
  "UnhandledPromiseRejection",
  "NodeJsExit",
]);

/**
 * Errors printed as JSON: the JSON log format of Node, Python, Java and .NET, and the error
 * documents of Go and Ruby. Sources: the runtime interface clients of each (`formatJsonMessage`,
 * `make_error`, `StructuredLogMessage`, `JsonLogMessageFormatter`, `reportFailure`, `LambdaLogger`).
 */
export function readJsonError(text: string): PrintedError | null {
  const prefix = GO_PREFIX.exec(text) ?? RUBY_PREFIX.exec(text) ?? WARNING_PREFIX.exec(text);
  const start = prefix ? prefix[0].length - 1 : 0;
  if (text[start] !== "{") return null;
  const body = start === 0 ? text : text.slice(start);
  const object = jsonObject(body.trimEnd());
  if (!object) {
    const cut = fieldsOfCutJson(body.slice(0, 65_536));
    return cut.errorType === null ? null : document(cut, prefix !== null, family(cut, text));
  }
  const level = stringOf(object["level"] ?? object["log_level"]);
  const message = object["message"];
  if (isObject(message)) return nodeRecord(object, message);
  const fields = fieldsOf(object);
  if (level !== null) return leveled(object, fields, level, message);
  if (fields.errorType === null || fields.errorMessage === null) return null;
  const runtime = family(fields, text);
  // Without a heading or a language's own mark, it may be the answer of another function, logged.
  return document(fields, prefix !== null || runtime === "ruby", runtime);
}

function leveled(
  object: Record<string, unknown>,
  fields: ErrorFields,
  level: string,
  message: unknown,
): PrintedError | null {
  if (!ERROR_LEVELS.has(level)) return null;
  if (fields.errorType !== null) {
    // A logger adds its message; the runtime has only the error to tell.
    const logged = (typeof message === "string" && message !== "") || "logger" in object;
    const runtime = level === "Error" ? "dotnet" : logged ? null : "python";
    return document(fields, !logged, runtime);
  }
  const java = typeof message === "string" ? readJavaError(message) : null;
  return java ? { ...java, requestId: knownRequestId(fields.requestId ?? undefined) } : null;
}

/** Node: `message` is the error itself; a handler's `console.error(error)` prints the same. */
function nodeRecord(
  object: Record<string, unknown>,
  message: Record<string, unknown>,
): PrintedError | null {
  const fields = { ...fieldsOf(message), requestId: stringOf(object["requestId"]) };
  if (fields.errorType === null) return null;
  const own = NODE_RUNTIME_ERRORS.has(fields.errorType);
  const printed = document(fields, own || fields.errorType.startsWith("Runtime."), "node");
  return own ? { ...printed, errorType: `Runtime.${fields.errorType}` } : printed;
}

function document(
  fields: ErrorFields,
  proves: boolean,
  runtime: RuntimeFamily | null,
): PrintedError {
  const line = fields.errorMessage === null ? "" : firstLine(fields.errorMessage);
  return {
    by: proves ? "runtime" : "log",
    proves,
    runtime,
    requestId: knownRequestId(fields.requestId ?? undefined),
    errorType: fields.errorType,
    message: line === "" ? null : line,
  };
}

function family(fields: ErrorFields, text: string): RuntimeFamily | null {
  if (GO_PREFIX.test(text)) return "go";
  if (fields.errorType !== null && RUBY_TYPE.test(fields.errorType)) return "ruby";
  if (WARNING_PREFIX.test(text)) return "python";
  return fields.errorType?.startsWith("java.") ? "java" : null;
}
