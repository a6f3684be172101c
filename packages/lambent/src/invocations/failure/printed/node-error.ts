import { errorNameIn } from "./error-name.ts";
import { fieldsOf, fieldsOfCutJson, jsonObject } from "./json-fields.ts";
import type { ErrorFields } from "./json-fields.ts";
import { firstLine, knownRequestId } from "./printed-error.ts";
import type { PrintedError } from "./printed-error.ts";

// `<time>\t<request id>\tERROR\t<text>`.
const CONSOLE_ERROR = /^(?:\d{4}-[\dT:.+Z-]{1,40})\t([^\t\r\n]{1,100})\tERROR\t/;
const RUNTIME_TEXT = /^(Invoke Error|Uncaught Exception|Unhandled Promise Rejection)[ \t]{1,4}\{/;
// Custom runtimes (PHP's Bref among them) print `<request id>\tInvoke Error\t{…}`.
const CUSTOM_RUNTIME = /^([0-9a-f][0-9a-f-]{30,40})\tInvoke Error\t\{/;
const UNNAMED: Readonly<Record<string, string>> = {
  "Unhandled Promise Rejection": "Runtime.UnhandledPromiseRejection",
};

/**
 * Node's `console.error` form, by the runtime itself or by the function's code.
 * Source: aws-lambda-nodejs-runtime-interface-client, `LogPatch` and `Errors.toFormatted`.
 */
export function readNodeError(text: string): PrintedError | null {
  const custom = CUSTOM_RUNTIME.exec(text);
  if (custom) {
    const fields = errorDocument(text.slice(custom[0].length - 1));
    return {
      ...described(fields),
      by: "runtime",
      proves: true,
      runtime: null,
      requestId: custom[1] ?? null,
    };
  }
  const console = CONSOLE_ERROR.exec(text);
  if (!console) return null;
  const requestId = knownRequestId(console[1]);
  const rest = text.slice(console[0].length);
  const heading = RUNTIME_TEXT.exec(rest)?.[1];
  if (heading !== undefined) {
    const fields = errorDocument(rest.slice(rest.indexOf("{")));
    if (fields.errorType === null && fields.errorMessage === null) {
      // Cut off behind its heading: the heading is all that is known.
      const named = { errorType: UNNAMED[heading] ?? null, message: heading };
      return { ...named, by: "runtime", proves: true, runtime: "node", requestId };
    }
    return { ...described(fields), by: "runtime", proves: true, runtime: "node", requestId };
  }
  const line = firstLine(rest);
  const name = errorNameIn(rest);
  if (!name) return null;
  return {
    by: "log",
    proves: false,
    runtime: "node",
    requestId,
    errorType: name,
    message: line,
  };
}

function errorDocument(text: string): ErrorFields {
  const object = jsonObject(text.trimEnd());
  return object ? fieldsOf(object) : fieldsOfCutJson(text);
}

function described(fields: ErrorFields): { errorType: string | null; message: string | null } {
  const message = fields.errorMessage === null ? null : firstLine(fields.errorMessage);
  // An ES module that is missing is not wrapped by the runtime: only its code says so.
  const code = fields.code === null || message?.includes(fields.code) ? "" : ` (${fields.code})`;
  return { errorType: fields.errorType, message: message === null ? null : message + code };
}
