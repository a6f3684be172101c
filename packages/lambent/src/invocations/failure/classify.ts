import type { Failure, FailureClass } from "../../model/failure.ts";
import type { InvocationStatus } from "../../model/invocation.ts";
import { failedInit, initFailedInInvocation } from "./failed-init.ts";
import type { FailureFacts, JudgedFacts, ReadEvidence } from "./failure-rule.ts";
import { presentable } from "./masking.ts";
import { readPrintedError } from "./printed/read-printed-error.ts";
import { failureRules } from "./registry.ts";

/** The sentence that tells a person what happened is cut to this many bytes of UTF-8. */
const MAX_MESSAGE_BYTES = 500;
const MAX_TYPE_BYTES = 200;
/** Evidence that is read for one invocation; more tells nothing new. */
const MAX_READ = 64;

/** Decides between classes of the same confidence: the one that names the cause most exactly. */
const SPECIFIC_FIRST: readonly FailureClass[] = [
  "out-of-memory",
  "syntax-error",
  "handler-not-found",
  "import-error",
  "extension-crash",
  "response-too-large",
  "early-exit",
  "permission",
  "throttle",
  "init-timeout",
  "init-error",
  "timeout",
  "process-exit",
  "runtime-exit",
  "unhandled-exception",
];

/**
 * Whether an invocation failed, and why.
 *
 * The status that REPORT prints decides. Without one it is a success, unless a line proves the
 * contrary or the init failed inside the invocation. Memory at its limit fails nobody: it only makes
 * a failure look different. The class of the highest confidence wins; ties go to the more specific.
 * What is given back is fit to be stored: secrets masked, each line cut to 4 KB.
 */
export function classifyFailure(facts: FailureFacts): {
  status: InvocationStatus;
  failure: Failure | null;
} {
  if (facts.status === "success") return { status: "success", failure: null };
  const judged: JudgedFacts = { ...facts, errors: readEvidence(facts.evidence) };
  const status = statusOf(judged);
  if (status === "success") return { status, failure: null };
  let best: Failure | null = null;
  for (const rule of failureRules) {
    const failure = rule.judge(judged);
    if (failure && (best === null || isBetter(failure, best))) best = failure;
  }
  return { status, failure: best && fitToStore(best) };
}

function readEvidence(evidence: readonly string[]): ReadEvidence[] {
  const read: ReadEvidence[] = [];
  for (const text of evidence.slice(0, MAX_READ)) {
    const printed = readPrintedError(text);
    if (printed) read.push({ ...printed, text: text.trim() });
  }
  return read;
}

function statusOf(facts: JudgedFacts): InvocationStatus {
  if (facts.status !== null) return facts.status;
  if (facts.errors.some((error) => error.proves && error.errorType === "Sandbox.Timedout"))
    return "timeout";
  if (initFailedInInvocation(facts))
    return failedInit(facts)?.status === "timeout" ? "timeout" : "error";
  return facts.errors.some((error) => error.proves) ? "error" : "success";
}

function isBetter(failure: Failure, than: Failure): boolean {
  if (failure.confidence !== than.confidence) return failure.confidence > than.confidence;
  return SPECIFIC_FIRST.indexOf(failure.class) < SPECIFIC_FIRST.indexOf(than.class);
}

function fitToStore(failure: Failure): Failure {
  return {
    ...failure,
    errorType: failure.errorType === null ? null : presentable(failure.errorType, MAX_TYPE_BYTES),
    message: failure.message === null ? null : presentable(failure.message, MAX_MESSAGE_BYTES),
    evidence: failure.evidence.map((line) => presentable(line)),
  };
}
