import { firstLine, knownRequestId } from "./printed-error.ts";
import type { PrintedError } from "./printed-error.ts";

// Old timeouts: `2019-02-13T20:12:38.950Z <request id> Task timed out after 300.09 seconds`. In pasted
// text the time is taken for the line's prefix, and the id stands first.
const TIMED_OUT =
  /^(?:\d{4}-\S{1,40} (\S{1,100}) |([\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}) )?Task timed out after [\d.]{1,12} seconds/;
const NAMED = /^RequestId: (\S{1,100}) (Error: |Process exited before completing request)/;
const RUNTIME_EXITED = /^Error: Runtime exited/;
const PLATFORM_TYPE = /\b(?:Runtime|Extension|Sandbox|Function)\.[A-Z][A-Za-z]{1,60}\b/;
const BARE_TYPE = /^(?:Runtime|Extension|Sandbox|Function)\.[A-Z][A-Za-z]{1,60}$/;
const EXTENSION_STATE = /^EXTENSION\s{1,8}Name: (\S{1,200})\s{1,8}State: (\w{1,40}Error)\b/;

/**
 * Lines of Lambda itself: old-style timeouts and exits, `Unknown application error occurred`,
 * extensions that failed, and the error type that is printed on a line of its own.
 * Source: AWS Lambda guide, "Understanding the Lambda execution environment lifecycle".
 */
export function readPlatformError(text: string): PrintedError | null {
  const timedOut = TIMED_OUT.exec(text);
  if (timedOut) {
    const message = firstLine(text.slice(text.indexOf("Task timed out")));
    return platform(knownRequestId(timedOut[1] ?? timedOut[2]), "Sandbox.Timedout", message, true);
  }
  const named = NAMED.exec(text);
  if (named) {
    const body = text.slice(`RequestId: ${named[1]} `.length).replace(/^Error: /, "");
    const message = firstLine(body).replace(PLATFORM_TYPE, "").trim();
    const type = PLATFORM_TYPE.exec(body.slice(0, 4_096))?.[0] ?? typeByMessage(message);
    return platform(knownRequestId(named[1]), type, message, true);
  }
  if (RUNTIME_EXITED.test(text)) {
    return platform(null, "Runtime.ExitError", firstLine(text).slice("Error: ".length), true);
  }
  if (text.startsWith("Unknown application error occurred")) {
    return platform(null, "Runtime.Unknown", firstLine(text), true);
  }
  const extension = EXTENSION_STATE.exec(text);
  if (extension) {
    // An extension may fail while the environment shuts down, after every invocation ended well.
    return platform(
      null,
      `Extension.${extension[2]}`,
      `Extension ${extension[1]}: ${extension[2]}`,
      false,
    );
  }
  const bare = text.length < 100 ? BARE_TYPE.exec(text.trim()) : null;
  return bare ? platform(null, bare[0], null, false) : null;
}

/** Lambda names the type on a line of its own, which is another event in most logs. */
function typeByMessage(message: string): string | null {
  if (message.startsWith("Task timed out")) return "Sandbox.Timedout";
  return /^(?:Runtime|Process) exited/.test(message) ? "Runtime.ExitError" : null;
}

function platform(
  requestId: string | null,
  errorType: string | null,
  message: string | null,
  proves: boolean,
): PrintedError {
  return { by: "platform", proves, runtime: null, requestId, errorType, message };
}
