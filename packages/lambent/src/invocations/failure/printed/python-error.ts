import { errorNameIn } from "./error-name.ts";
import { firstLine, knownRequestId } from "./printed-error.ts";
import type { PrintedError } from "./printed-error.ts";

const RUNTIME_ERROR = /^\[ERROR\] ([A-Za-z_][\w.]{0,200})(?:: |[\r\n]|$)/;
const LOGGER_ERROR = /^\[(?:ERROR|CRITICAL)\]\t[^\t]{1,40}\t([^\t]{0,100})\t/;
const TRACEBACK = "Traceback (most recent call last):";
const WARNING = "LAMBDA_WARNING: Unhandled exception";
const OLD_IMPORT_ERROR = /^Unable to import module '/;

/**
 * Python's runtime (`[ERROR] Type: message`, then a traceback) and Python's logger
 * (`[ERROR]\t<time>\t<request id>\t…`). Source: aws-lambda-python-runtime-interface-client,
 * `bootstrap.log_error` and `_setup_logging`.
 */
export function readPythonError(text: string): PrintedError | null {
  const logged = LOGGER_ERROR.exec(text);
  if (logged) {
    const rest = text.slice(logged[0].length);
    const name = errorNameIn(rest);
    const requestId = knownRequestId(logged[1]);
    if (!name) return null;
    return {
      by: "log",
      proves: false,
      runtime: "python",
      requestId,
      errorType: name,
      message: firstLine(rest),
    };
  }
  const runtime = RUNTIME_ERROR.exec(text);
  if (runtime) {
    const type = runtime[1] ?? "";
    const line = firstLine(text);
    const message = line.slice("[ERROR] ".length + type.length).replace(/^: /, "");
    const proves = type.startsWith("Runtime.") || endsAsRuntimeTraceback(text);
    return {
      by: proves ? "runtime" : "log",
      proves,
      runtime: "python",
      requestId: null,
      errorType: type,
      message: message === "" ? null : message,
    };
  }
  if (OLD_IMPORT_ERROR.test(text)) {
    return runtimeError("Runtime.ImportModuleError", firstLine(text));
  }
  return text.slice(0, 300).includes(WARNING) ? runtimeError(null, "Unhandled exception") : null;
}

/**
 * The runtime prints frames only, indented. `logging.exception` in a handler prints the error once
 * more below its frames, at the margin: that is a log line and proves nothing.
 */
function endsAsRuntimeTraceback(text: string): boolean {
  const at = text.indexOf(TRACEBACK);
  if (at < 0) return false;
  const frames = text.slice(at + TRACEBACK.length, at + 65_536);
  return !/[\r\n][^\s]/.test(frames);
}

function runtimeError(errorType: string | null, message: string): PrintedError {
  return { by: "runtime", proves: true, runtime: "python", requestId: null, errorType, message };
}
