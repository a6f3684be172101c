import type { Failure, FailureClass } from "../../model/failure.ts";
import type { InvocationStatus } from "../../model/invocation.ts";
import type { PrintedError } from "./printed/printed-error.ts";

/** What an INIT_REPORT line (or `platform.initReport`) of the same environment said. */
export interface InitReportFacts {
  /** `init`, or `invoke` where the init was run again inside the invocation; null where not printed. */
  readonly phase: string | null;
  /** `error` or `timeout` as printed; null where the init ended well. */
  readonly status: string | null;
  readonly errorType: string | null;
  readonly durationMs: number;
}

/** All that is known of one invocation when it is asked why it failed. */
export interface FailureFacts {
  /** As the REPORT line printed it; null where the line carries no `Status`. */
  readonly status: InvocationStatus | null;
  /** As the REPORT line printed it after `Error Type:`. */
  readonly errorType: string | null;
  readonly durationMs: number;
  readonly memorySizeMb: number | null;
  readonly maxMemoryUsedMb: number | null;
  /** The last INIT_REPORT before this REPORT in the same log stream that belongs to it. */
  readonly initReport: InitReportFacts | null;
  /** Messages of the log events of this invocation for which `evidenceOf` is not null, oldest first. */
  readonly evidence: readonly string[];
}

/** A log event of the invocation with the error that it prints. */
export interface ReadEvidence extends PrintedError {
  /** The event as printed. */
  readonly text: string;
}

/** The facts as rules see them: each piece of evidence is read once, for all of them. */
export interface JudgedFacts extends FailureFacts {
  readonly errors: readonly ReadEvidence[];
}

/** One class of failure: a file of this folder. */
export interface FailureRule {
  readonly class: FailureClass;
  /** Null where the facts do not speak for this class. Pure; never throws. */
  judge(facts: JudgedFacts): Failure | null;
}
