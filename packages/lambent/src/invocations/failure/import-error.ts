import type { FailureRule } from "./failure-rule.ts";
import { judgeBySymptoms } from "./symptoms.ts";
import type { Symptoms } from "./symptoms.ts";

const SYMPTOMS: Symptoms = {
  types: new Set([
    "Runtime.ImportModuleError",
    "ModuleNotFoundError",
    "ImportError",
    "Init<LoadError>",
    "java.lang.NoClassDefFoundError",
  ]),
  text: /ERR_MODULE_NOT_FOUND|ERR_PACKAGE_PATH_NOT_EXPORTED|: (?:Error: )?Cannot find (?:module|package) '|: Unable to import module '|: Could not load file or assembly '|: cannot load such file -- /,
};

/**
 * A module, package, class or assembly that the code needs is not there.
 * Source: the runtime interface clients; Node's error codes for ES modules, which are not wrapped.
 */
export const importError: FailureRule = {
  class: "import-error",
  judge: (facts) => judgeBySymptoms("import-error", SYMPTOMS, facts),
};
