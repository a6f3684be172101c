import type { FailureRule } from "./failure-rule.ts";
import { judgeBySymptoms } from "./symptoms.ts";
import type { Symptoms } from "./symptoms.ts";

const SYMPTOMS: Symptoms = {
  types: new Set([
    "AccessDenied",
    "AccessDeniedException",
    "KMSAccessDeniedException",
    "UnauthorizedOperation",
    "AuthorizationErrorException",
  ]),
  text: /AccessDenied|not authorized to perform|UnauthorizedOperation/,
};

/**
 * An AWS service refused what the function asked for: its role lacks a permission.
 * Source: IAM guide, "Troubleshoot access denied error messages".
 */
export const permission: FailureRule = {
  class: "permission",
  judge: (facts) => judgeBySymptoms("permission", SYMPTOMS, facts),
};
