import type { Invocation } from "../model/invocation.ts";
import type { TimeRange } from "../model/time-range.ts";
import { versionOf } from "./function-version.ts";

/** Which invocations belong to a side; null: all. */
export interface Selection {
  readonly range: TimeRange | null;
  /** `$LATEST` or a number. */
  readonly version: string | null;
  readonly functionName: string | null;
}

/** An invocation whose time or version is unknown belongs to no period and no version. */
export function accepts(selection: Selection, invocation: Invocation): boolean {
  const { range, version, functionName } = selection;
  const { timestamp, logStream } = invocation;
  if (functionName !== null && invocation.functionName !== functionName) return false;
  if (version !== null && versionOf(logStream) !== version) return false;
  if (range === null) return true;
  return timestamp !== null && timestamp >= range.startMs && timestamp <= range.endMs;
}
