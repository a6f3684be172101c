/** Every class of failure that Lambent tells apart. */
export type FailureClass =
  | "timeout"
  | "out-of-memory"
  | "import-error"
  | "syntax-error"
  | "handler-not-found"
  | "init-timeout"
  | "init-error"
  | "runtime-exit"
  | "process-exit"
  | "unhandled-exception"
  | "extension-crash"
  | "throttle"
  | "permission"
  | "response-too-large"
  | "early-exit";

/** The runtime whose own text gave the failure away, where one did. */
export type RuntimeFamily = "node" | "python" | "java" | "go" | "dotnet" | "ruby";

/** Why an invocation failed, with what says so. */
export interface Failure {
  readonly class: FailureClass;
  /** 0 to 1. 1: the platform named it; 0.9: a runtime's own text; below 0.7: suspicion. */
  readonly confidence: number;
  readonly runtime: RuntimeFamily | null;
  /** `TypeError`, `Runtime.OutOfMemory`, … where a name is printed. */
  readonly errorType: string | null;
  /** One line that tells a person what happened, as printed. */
  readonly message: string | null;
  /** The log lines that prove it, as printed (each cut to 4 KB). */
  readonly evidence: readonly string[];
}
