import type { FailureRule } from "./failure-rule.ts";
import { judgeBySymptoms } from "./symptoms.ts";
import type { Symptoms } from "./symptoms.ts";

const SYMPTOMS: Symptoms = {
  types: new Set(["Runtime.NodeJsExit", "Runtime.NodejsExit"]),
  text: /unexpected Node\.js exit code/,
};

/**
 * Node had nothing left to do although the handler had not answered: mostly a promise that nothing
 * settles. Source: AWS Lambda guide, "Unexpected Node.js exit in runtime (Runtime.NodejsExit)".
 */
export const earlyExit: FailureRule = {
  class: "early-exit",
  judge: (facts) => judgeBySymptoms("early-exit", SYMPTOMS, facts),
};
