import { errorNameIn } from "./error-name.ts";
import { firstLine, knownRequestId } from "./printed-error.ts";
import type { PrintedError } from "./printed-error.ts";

const LOGGED = /^\d{4}-[\dT:.Z-]{1,40}\t([^\t\r\n]{0,100})\t(?:fail|crit)\t/;
const EXCEPTION = /^(?:[A-Z]\w{0,80}\.){0,12}[A-Z]\w{0,80}(?:Exception|Error)\b/;
const CRASH = /^Unhandled [Ee]xception[.:] /;
// A handler that catches its exception never sees these frames in it: the runtime caught this one.
const RUNTIME_FRAME = "at Amazon.Lambda.RuntimeSupport.";

/**
 * .NET: `<time>\t<request id>\tfail\tSystem.Exception: message` and frames, by the runtime or by the
 * function's logger; `Unhandled exception. …` by a process that dies.
 * Source: aws-lambda-dotnet, `DefaultLogMessageFormatter` and `LambdaBootstrap`.
 */
export function readDotnetError(text: string): PrintedError | null {
  const logged = LOGGED.exec(text);
  const crash = logged ? null : CRASH.exec(text);
  const prefix = logged?.[0] ?? crash?.[0] ?? "";
  const body = text.slice(prefix.length, prefix.length + 65_536);
  const type = EXCEPTION.exec(body)?.[0] ?? null;
  const requestId = knownRequestId(logged?.[1]);
  const byRuntime = type !== null && (crash !== null || body.includes(RUNTIME_FRAME));
  if (byRuntime) {
    const message = firstLine(body).slice(type.length).replace(/^: /, "");
    return {
      by: "runtime",
      proves: true,
      runtime: "dotnet",
      requestId,
      errorType: type,
      message: message === "" ? null : message,
    };
  }
  if (!logged) return null;
  const named = type ?? errorNameIn(body);
  if (named === null) return null;
  return {
    by: "log",
    proves: false,
    runtime: "dotnet",
    requestId,
    errorType: named,
    message: firstLine(body),
  };
}
