import type { PrintedError } from "./printed-error.ts";
import { firstLine } from "./printed-error.ts";

const FATAL = /^fatal error: (?:runtime: )?[^\r\n]{1,500}/;
const OUT_OF_MEMORY = /^runtime: out of memory[^\r\n]{0,500}/;

/**
 * Go's own last words: `fatal error: runtime: out of memory`. The platform's exit line follows and
 * proves the failure; this says why. Source: Go runtime, `runtime.throw` and `runtime.sysMap`.
 */
export function readGoFatalError(text: string): PrintedError | null {
  const found = FATAL.exec(text) ?? OUT_OF_MEMORY.exec(text);
  if (!found) return null;
  return {
    by: "log",
    proves: false,
    runtime: "go",
    requestId: null,
    errorType: null,
    message: firstLine(text),
  };
}
