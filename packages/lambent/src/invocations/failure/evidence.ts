import { readPrintedError } from "./printed/read-printed-error.ts";

/** What one log event says about the failure of its invocation. */
export interface Evidence {
  /** Null where the event names none, or prints `undefined` in its place. */
  readonly requestId: string | null;
  /** `failure`: an invocation without `Status` failed, on this proof alone. `hint`: may explain one. */
  readonly kind: "failure" | "hint";
}

/**
 * Every event for which `evidenceOf` is not null contains one of these ASCII strings.
 *
 * They are short and start with bytes that are rare in logs on purpose: Node searches a pattern of
 * up to seven bytes with `memchr` on its first byte (about 25 GB/s where that byte is rare), and
 * longer ones with Boyer-Moore-Horspool (2 to 4 GB/s). Letters that stand in every request id and
 * word (`f`, `r`) made a needle five times slower than these.
 */
export const EVIDENCE_NEEDLES: readonly string[] = [
  "ERROR",
  "Error",
  "Excepti", // Exception: Java, .NET, AWS SDKs
  "k timed", // Task timed out after 3.00 seconds
  "xited b", // Process exited before completing request
  "Unknown", // Unknown application error occurred
  "Unable ", // Unable to import module
  "Unhandl", // Unhandled exception
  "l error", // fatal error: out of memory, Go
  "Message", // "errorMessage", which stands beside "errorType": Go, Ruby
];

/**
 * Whether a log event is a sign that its invocation failed. Null: it is not.
 * Linear time in the length of the message; never throws.
 */
export function evidenceOf(message: string): Evidence | null {
  if (!EVIDENCE_NEEDLES.some((needle) => message.includes(needle))) return null;
  const printed = readPrintedError(message);
  if (!printed) return null;
  return { requestId: printed.requestId, kind: printed.proves ? "failure" : "hint" };
}
