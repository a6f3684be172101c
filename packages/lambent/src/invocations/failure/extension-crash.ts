import type { FailureRule } from "./failure-rule.ts";
import { judgeBySymptoms } from "./symptoms.ts";
import type { Symptoms } from "./symptoms.ts";

const SYMPTOMS: Symptoms = {
  types: new Set([
    "Extension.Crash",
    "Extension.InitError",
    "Extension.ExitError",
    "Extension.LaunchError",
    "Extension.RegistrationError",
  ]),
  text: /^Extension\.[A-Z]/,
};

/**
 * An extension ended, and took the environment with it: the handler itself may be healthy.
 * Source: AWS Lambda guide, "Lambda Extensions API", troubleshooting.
 */
export const extensionCrash: FailureRule = {
  class: "extension-crash",
  judge: (facts) => judgeBySymptoms("extension-crash", SYMPTOMS, facts),
};
