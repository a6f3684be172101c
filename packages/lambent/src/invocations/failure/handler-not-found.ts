import type { FailureRule } from "./failure-rule.ts";
import { judgeBySymptoms } from "./symptoms.ts";
import type { Symptoms } from "./symptoms.ts";

const SYMPTOMS: Symptoms = {
  types: new Set([
    "Runtime.HandlerNotFound",
    "Runtime.MalformedHandlerName",
    "Runtime.MalformedStreamingHandler",
    "Runtime.BuiltInModuleConflict",
  ]),
  text: /: (?:Class not found: |Handler '[^'\r\n]{0,200}' missing on module|Could not find the specified handler assembly|Unable to load type ')|: [^\r\n]{0,300} is undefined or not exported$/,
};

/**
 * The handler that the configuration names is not in the code.
 * Source: the runtime interface clients of Node, Python, Java and .NET.
 */
export const handlerNotFound: FailureRule = {
  class: "handler-not-found",
  judge: (facts) => judgeBySymptoms("handler-not-found", SYMPTOMS, facts),
};
