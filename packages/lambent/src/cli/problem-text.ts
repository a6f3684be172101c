import type { Problem } from "../model/problem.ts";

const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g;

/** A problem for a terminal: what happened, what to do, and the code to look up. */
export function problemText(problem: Problem): string {
  const line = (text: string): string => text.replace(CONTROL, "\uFFFD");
  return `error: ${line(problem.message)}\n  → ${line(problem.nextStep)}\n  (${problem.code})\n`;
}
