import { spawnSync } from "node:child_process";
import { classifyFailure } from "../../packages/lambent/src/invocations/failure/classify.ts";
import { evidenceOf } from "../../packages/lambent/src/invocations/failure/evidence.ts";
import type { Failure } from "../../packages/lambent/src/model/failure.ts";
import type { InvocationStatus } from "../../packages/lambent/src/model/invocation.ts";

export const REQUEST_ID = "3f0c8a52-6d1b-4e57-9a64-7be1c05d2f18";

/** The log events that a process printed, and how Lambda would print its end. */
export interface ProcessRun {
  readonly events: readonly string[];
}

/** Lambda's names of signals (Go's `os.Signal` strings). */
const SIGNALS: Readonly<Record<string, string>> = {
  SIGKILL: "killed",
  SIGABRT: "aborted",
  SIGSEGV: "segmentation fault",
};

/** Runs a program to its end; standard output and standard error both go to the log, as in Lambda. */
export function runToEnd(program: string, args: readonly string[], separator = "\n"): ProcessRun {
  const ended = spawnSync(program, args, {
    encoding: "utf8",
    timeout: 30_000,
    env: { ...process.env, NODE_OPTIONS: "" },
  });
  if (ended.error) throw ended.error;
  const events = `${ended.stdout}${ended.stderr}`.split(separator).filter((line) => line !== "");
  const how = ended.signal
    ? `signal: ${SIGNALS[ended.signal] ?? ended.signal}`
    : `exit status ${ended.status}`;
  const well = ended.signal === null && ended.status === 0;
  if (!well) events.push(`RequestId: ${REQUEST_ID} Error: Runtime exited with error: ${how}`);
  return { events };
}

/** The verdict on an invocation whose REPORT carries no `Status` (the old style). */
export function judge(events: readonly string[]): {
  status: InvocationStatus;
  failure: Failure | null;
} {
  return classifyFailure({
    status: null,
    errorType: null,
    durationMs: 120,
    memorySizeMb: 512,
    maxMemoryUsedMb: 480,
    initReport: null,
    evidence: events.filter((event) => evidenceOf(event) !== null),
  });
}

/** True where `program` can be run here. */
export function isInstalled(program: string): boolean {
  return spawnSync(program, ["--version"]).status === 0;
}
