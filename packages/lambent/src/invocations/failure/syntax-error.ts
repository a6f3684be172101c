import type { FailureRule } from "./failure-rule.ts";
import { judgeBySymptoms } from "./symptoms.ts";
import type { Symptoms } from "./symptoms.ts";

const SYMPTOMS: Symptoms = {
  // A bare `SyntaxError` is not one of them: `JSON.parse` in a handler throws it for bad input.
  types: new Set(["Runtime.UserCodeSyntaxError", "Init<SyntaxError>"]),
  text: /^\S{0,100}: Syntax error in module '/,
};

/** The function's code cannot be parsed. Source: Node's and Python's runtime interface clients. */
export const syntaxError: FailureRule = {
  class: "syntax-error",
  judge: (facts) => judgeBySymptoms("syntax-error", SYMPTOMS, facts),
};
