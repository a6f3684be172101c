import type { RuntimeFamily } from "../../../model/failure.ts";
import { firstLine } from "./printed-error.ts";
import type { PrintedError } from "./printed-error.ts";

/** Text that a process prints as it fails, wherever in the line it stands, and whose text it is. */
const LAST_WORDS: readonly (readonly [text: string, runtime: RuntimeFamily | null])[] = [
  ["JavaScript heap out of memory", "node"],
  ["java.lang.OutOfMemoryError", "java"],
  ["NoMemoryError", "ruby"],
  ["System.OutOfMemoryException", "dotnet"],
  ["MemoryError", "python"],
  ["out of memory", null],
  ["AccessDenied", null],
  ["not authorized to perform", null],
  ["LAMBDA_RUNTIME Failed to post", null],
  ["ThrottlingException", null],
  ["TooManyRequestsException", null],
  ["ProvisionedThroughputExceededException", null],
  ["Traceback (most recent call last):", "python"],
];

/**
 * Text in a line of no known form that may explain a failure, and proves none.
 * One exception: the runtime's client that cannot hand over a response because it is too large.
 */
export function readLastWords(text: string): PrintedError | null {
  const head = text.slice(0, 65_536);
  for (const [words, runtime] of LAST_WORDS) {
    if (!head.includes(words)) continue;
    const tooLarge = words.startsWith("LAMBDA_RUNTIME") && head.includes("code: 413");
    return {
      by: tooLarge ? "runtime" : "log",
      proves: tooLarge,
      runtime,
      requestId: null,
      errorType: tooLarge ? "Function.ResponseSizeTooLarge" : null,
      message: firstLine(head),
    };
  }
  return null;
}
