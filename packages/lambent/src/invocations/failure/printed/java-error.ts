import { errorNameIn } from "./error-name.ts";
import type { PrintedError } from "./printed-error.ts";
import { firstLine } from "./printed-error.ts";

const CLASS_NAME = /^[A-Za-z_$][\w$]*(?:\.[A-Za-z_$][\w$]*)+$/;
const FRAME = /[\r\n]\s{1,8}at [\w$.<>/]{1,300}\(/;
const MAX_MESSAGE_LINES = 50;

/**
 * Java's runtime prints `message: class`, then the stack trace, which names the class again.
 * Other text with Java frames is the function's own logging.
 * Source: aws-lambda-java-libs, `UserFault.reportableError`.
 */
export function readJavaError(text: string): PrintedError | null {
  const head = text.slice(0, 16_384);
  const lines = head.split(/\r\n|[\r\n]/, MAX_MESSAGE_LINES + 1);
  for (let index = 0; index + 1 < lines.length; index += 1) {
    const line = lines[index] ?? "";
    const next = lines[index + 1] ?? "";
    const colon = line.lastIndexOf(": ");
    const type = line.slice(colon + 2);
    if (colon < 0 || !next.startsWith(type) || !isClassName(type)) continue;
    const after = next[type.length];
    if (after !== undefined && after !== ":") continue;
    const message = index === 0 ? line.slice(0, colon) : firstLine(head);
    return {
      by: "runtime",
      proves: true,
      runtime: "java",
      requestId: null,
      errorType: type,
      message: message === type ? null : message,
    };
  }
  if (!FRAME.test(head)) return null;
  const thrown = errorNameIn(head);
  if (!thrown) return null;
  return {
    by: "log",
    proves: false,
    runtime: "java",
    requestId: null,
    errorType: thrown,
    message: firstLine(head),
  };
}

function isClassName(text: string): boolean {
  return text.length <= 300 && text.includes(".") && CLASS_NAME.test(text);
}
