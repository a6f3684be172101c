import type { Problem } from "../model/problem.ts";
import { printable } from "../render/format/printable.ts";

/** A problem for a terminal: what happened, what to do, and the code to look up. */
export function problemText({
  code,
  message,
  nextStep,
}: Pick<Problem, "code" | "message" | "nextStep">): string {
  return `error: ${printable(message)}\n  → ${printable(nextStep)}\n  (${code})\n`;
}
