import type { FailureRule } from "./failure-rule.ts";
import { judgeBySymptoms } from "./symptoms.ts";
import type { Symptoms } from "./symptoms.ts";

const SYMPTOMS: Symptoms = {
  types: new Set([
    "Function.ResponseSizeTooLarge",
    "RequestEntityTooLarge",
    "Runtime.TruncatedResponse",
    "Bref\\Runtime\\ResponseTooBig",
  ]),
  text: /exceeded maximum allowed payload size|Exceeded maximum allowed payload size|: body size is too long/,
};

/**
 * The answer is larger than Lambda hands over: 6 MB for a buffered response (6,291,556 bytes).
 * Source: AWS Lambda quotas page.
 */
export const responseTooLarge: FailureRule = {
  class: "response-too-large",
  judge: (facts) => judgeBySymptoms("response-too-large", SYMPTOMS, facts),
};
