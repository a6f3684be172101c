import type { FailureRule } from "./failure-rule.ts";
import { judgeBySymptoms } from "./symptoms.ts";
import type { Symptoms } from "./symptoms.ts";

const SYMPTOMS: Symptoms = {
  types: new Set([
    "ThrottlingException",
    "Throttling",
    "ThrottledException",
    "TooManyRequestsException",
    "ProvisionedThroughputExceededException",
    "RequestLimitExceeded",
    "SlowDown",
  ]),
  text: /Throttling(?:Exception|Error)?\b|TooManyRequestsException|ProvisionedThroughputExceeded|RequestLimitExceeded|: Rate exceeded\b|\(SlowDown\)/,
};

/**
 * A service that the function calls turned it away for asking too often. (Invocations that Lambda
 * itself throttles never start and leave no line in the function's log.)
 * Source: AWS SDKs, error codes that are retried as throttling.
 */
export const throttle: FailureRule = {
  class: "throttle",
  judge: (facts) => judgeBySymptoms("throttle", SYMPTOMS, facts),
};
