import { EVIDENCE_NEEDLES } from "../invocations/failure/evidence.ts";
import { InvocationJoiner } from "../invocations/join.ts";
import type { JoinTally } from "../invocations/join.ts";
import type { SeenRecords } from "../invocations/seen-records.ts";
import type { Invocation } from "../model/invocation.ts";
import type { LogEvent } from "../model/log-event.ts";
import type { TimeRange } from "../model/time-range.ts";
import { readObject } from "../sources/read-object.ts";
import type { FormatName, LogObject } from "../sources/source.ts";
import { unprefixed } from "../sources/text-lines/unprefixed.ts";

/** What the user wants to see of the logs; null: everything. */
export interface ReadFilter {
  /** Every invocation is of this function, whatever the log says. */
  readonly functionName: string | null;
  readonly range: TimeRange | null;
}

/** What came of one log object. */
export interface ObjectReading {
  readonly name: string;
  readonly format: FormatName;
  /** As stored. */
  readonly bytes: number;
  readonly invocations: number;
  readonly duplicates: number;
  readonly problem: string | null;
  readonly tally: JoinTally;
}

/** Strings of which every line that can matter to an invocation contains at least one. */
const NEEDLES: readonly Buffer[] = [
  "REPORT",
  "_START ",
  "START RequestId:",
  '"platform.',
  ...EVIDENCE_NEEDLES,
].map((needle) => Buffer.from(needle));

/**
 * Reads the invocations of one log object. `onEvent`, where given, gets every log event (reading is
 * slower then); else only the lines that can matter are looked at.
 */
export async function readObjectInvocations(
  object: LogObject,
  filter: ReadFilter,
  seen: SeenRecords,
  emit: (invocation: Invocation) => void,
  onBytes: (bytes: number) => void = () => undefined,
  onEvent: ((event: LogEvent) => void) | null = null,
): Promise<ObjectReading> {
  let invocations = 0;
  let duplicates = 0;
  let unreadable = 0;
  const joiner = new InvocationJoiner(
    (invocation) => {
      const { timestamp } = invocation;
      if (filter.range !== null && !within(timestamp, filter.range)) return;
      if (!seen.add(invocation.requestId, timestamp, invocation.durationMs)) {
        duplicates += 1;
        return;
      }
      invocations += 1;
      emit(invocation);
    },
    { functionName: filter.functionName, fallbackFunctionName: object.functionName },
  );
  const event =
    onEvent === null
      ? (one: LogEvent): void => joiner.event(unprefixed(one))
      : (one: LogEvent): void => {
          onEvent(one);
          joiner.event(unprefixed(one));
        };
  const reading = await readObject(
    object,
    { needles: onEvent === null ? NEEDLES : null, event, unreadable: () => (unreadable += 1) },
    onBytes,
  );
  const tally = joiner.end();
  const problems = [
    reading.problem,
    unreadable > 0 ? `${unreadable} records could not be read` : null,
  ];
  return {
    name: object.name,
    format: reading.format,
    bytes: reading.bytes,
    invocations,
    duplicates,
    problem: problems.filter((one) => one !== null).join("; ") || null,
    tally,
  };
}

function within(timestamp: number | null, range: TimeRange): boolean {
  return timestamp !== null && timestamp >= range.startMs && timestamp <= range.endMs;
}
