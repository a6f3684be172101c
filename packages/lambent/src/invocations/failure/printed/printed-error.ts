import type { RuntimeFamily } from "../../../model/failure.ts";

/** An error as a log event prints it, whoever printed it. */
export interface PrintedError {
  /**
   * `platform`: Lambda itself; `runtime`: the language's runtime interface client, or the process as
   * it died; `log`: a line that the function's own code may have written.
   */
  readonly by: "platform" | "runtime" | "log";
  /** True where an invocation without `Status` must have failed for this to be printed. */
  readonly proves: boolean;
  readonly runtime: RuntimeFamily | null;
  /** Null where none is named, or where `undefined` is printed in its place. */
  readonly requestId: string | null;
  readonly errorType: string | null;
  /** What went wrong, first line; null where only a type is printed. */
  readonly message: string | null;
}

/** Reads one form of printed error. Null: not of this form. Linear time; never throws. */
export type PrintedErrorReader = (text: string) => PrintedError | null;

/** First line of a text; runtimes separate lines with `\n` or, on standard output, `\r`. */
export function firstLine(text: string): string {
  const end = text.search(/[\r\n]/);
  return (end < 0 ? text : text.slice(0, end)).trim();
}

/** A request id as printed, or null for the words that runtimes print where they know none. */
export function knownRequestId(text: string | undefined): string | null {
  return text === undefined ||
    text === "" ||
    text === "undefined" ||
    text === "null" ||
    text === "-"
    ? null
    : text;
}
