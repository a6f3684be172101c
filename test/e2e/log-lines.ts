/** What varies between the lines of these tests. */
export interface LinePlan {
  /** Counts from 0; it makes the request id and the time. */
  readonly index: number;
  readonly durationMs?: number;
  readonly memorySizeMb?: number;
  readonly initDurationMs?: number;
  /** First time, milliseconds since the epoch. */
  readonly startMs?: number;
}

const START_MS = Date.UTC(2026, 0, 1);
/** From one invocation to the next. */
const STEP_MS = 60_000;

export function requestId(index: number): string {
  return `0e0e0000-0000-4000-8000-${String(index).padStart(12, "0")}`;
}

export function timeOf({ index, startMs = START_MS }: LinePlan): string {
  return new Date(startMs + index * STEP_MS).toISOString();
}

/** One REPORT line, as an export writes it: time, blank, message. */
export function reportLine(plan: LinePlan): string {
  const { index, durationMs = 100.5, memorySizeMb = 512, initDurationMs } = plan;
  const billedMs = Math.ceil(durationMs + (initDurationMs ?? 0));
  const init = initDurationMs === undefined ? "" : `Init Duration: ${initDurationMs} ms\t`;
  return (
    `${timeOf(plan)} REPORT RequestId: ${requestId(index)}\tDuration: ${durationMs} ms\t` +
    `Billed Duration: ${billedMs} ms\tMemory Size: ${memorySizeMb} MB\tMax Memory Used: 90 MB\t${init}\n`
  );
}

/** The lines of several invocations. */
export function reportLines(count: number, plan: Omit<LinePlan, "index"> = {}): string {
  return Array.from({ length: count }, (_, index) => reportLine({ ...plan, index })).join("");
}

/** All lines of an invocation that a Node function failed with an error of its own. */
export function failedInvocation(index: number, errorMessage: string): string {
  const time = timeOf({ index });
  const id = requestId(index);
  const error = JSON.stringify({
    errorType: "Error",
    errorMessage,
    stack: [`Error: ${errorMessage}`, "    at Runtime.handler (file:///var/task/index.mjs:1:7)"],
  });
  const end = reportLine({ index }).trimEnd();
  return (
    `${time} START RequestId: ${id} Version: $LATEST\n` +
    `${time} ${time}\t${id}\tERROR\tInvoke Error \t${error}\n` +
    `${time} END RequestId: ${id}\n` +
    `${end}\tStatus: error\tError Type: Error\n`
  );
}
