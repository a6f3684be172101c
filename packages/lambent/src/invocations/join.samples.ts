import type { Invocation } from "../model/invocation.ts";
import type { LogEvent } from "../model/log-event.ts";
import { InvocationJoiner } from "./join.ts";
import type { JoinOptions, JoinTally } from "./join.ts";

export const NOON: number = Date.UTC(2026, 2, 4, 12);
export const STREAM = "2026/03/04/[$LATEST]aaaa";
export const GROUP = "/aws/lambda/orders";

export const at = (
  seconds: number,
  message: string,
  logStream: string | null = STREAM,
): LogEvent => ({
  message,
  timestamp: NOON + seconds * 1_000,
  logGroup: GROUP,
  logStream,
});
export const untimed = (message: string): LogEvent => ({
  message,
  timestamp: null,
  logGroup: null,
  logStream: null,
});
export const start = (id: string): string => `START RequestId: ${id} Version: $LATEST`;
export const end = (id: string): string => `END RequestId: ${id}`;
export const report = (id: string, durationMs = 100, more = ""): string =>
  `REPORT RequestId: ${id}\tDuration: ${durationMs.toFixed(2)} ms\tBilled Duration: ${Math.ceil(durationMs)} ms\tMemory Size: 128 MB\tMax Memory Used: 60 MB\t${more}`;
export const timedOut = (id: string): string =>
  `2026-03-04T12:00:03.000Z ${id} Task timed out after 3.00 seconds`;
export const nodeError = (id: string, type = "TypeError"): string =>
  `2026-03-04T12:00:00.000Z\t${id}\tERROR\tInvoke Error \t{"errorType":"${type}","errorMessage":"boom","stack":["${type}: boom"]}`;
export const pythonError = (type = "ValueError"): string =>
  `[ERROR] ${type}: boom\nTraceback (most recent call last):\n  File "/var/task/app.py", line 3, in handler`;
export const platform = (type: string, record: object): string =>
  JSON.stringify({ time: "2026-03-04T12:00:00.000Z", type: `platform.${type}`, record });

export function join(
  events: Iterable<LogEvent>,
  options: JoinOptions = {},
): { invocations: Invocation[]; tally: JoinTally } {
  const invocations: Invocation[] = [];
  const joiner = new InvocationJoiner((one) => invocations.push(one), options);
  for (const event of events) joiner.event(event);
  return { tally: joiner.end(), invocations };
}
export const brief = (events: Iterable<LogEvent>): unknown[] =>
  join(events).invocations.map((one) => [one.requestId, one.status, one.failure?.class ?? null]);

export const NOTHING_LOST: JoinTally = {
  malformedReports: 0,
  examples: [],
  orphanFailures: 0,
  unfinished: 0,
  billingMismatches: 0,
  droppedRecords: 0,
};
