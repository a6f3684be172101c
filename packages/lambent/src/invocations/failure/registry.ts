// Made by `npm run generate` from the files of this folder; do not edit.
import { earlyExit } from "./early-exit.ts";
import { extensionCrash } from "./extension-crash.ts";
import { handlerNotFound } from "./handler-not-found.ts";
import { importError } from "./import-error.ts";
import { initError } from "./init-error.ts";
import { initTimeout } from "./init-timeout.ts";
import { outOfMemory } from "./out-of-memory.ts";
import { permission } from "./permission.ts";
import { processExit } from "./process-exit.ts";
import { responseTooLarge } from "./response-too-large.ts";
import { runtimeExit } from "./runtime-exit.ts";
import { syntaxError } from "./syntax-error.ts";
import { throttle } from "./throttle.ts";
import { timeout } from "./timeout.ts";
import { unhandledException } from "./unhandled-exception.ts";
import type { FailureRule } from "./failure-rule.ts";

/** Every FailureRule, by file name. */
export const failureRules: readonly FailureRule[] = [
  earlyExit,
  extensionCrash,
  handlerNotFound,
  importError,
  initError,
  initTimeout,
  outOfMemory,
  permission,
  processExit,
  responseTooLarge,
  runtimeExit,
  syntaxError,
  throttle,
  timeout,
  unhandledException,
];
