import { EVIDENCE_NEEDLES } from "../invocations/failure/evidence.ts";
import { InvocationJoiner, START_OF_INVOCATION } from "../invocations/join.ts";
import type { JoinTally } from "../invocations/join.ts";
import type { SeenRecords } from "../invocations/seen-records.ts";
import type { Invocation } from "../model/invocation.ts";
import type { TimeRange } from "../model/time-range.ts";
import { readObject } from "../sources/read-object.ts";
import type { EventBytes, EventSink, FormatName, LogObject } from "../sources/source.ts";
import { unprefixed } from "../sources/text-lines/unprefixed.ts";

/** What the user wants to see of the logs; null: everything. */
export interface ReadFilter {
  /** The function of every invocation of which the logs do not say it. */
  readonly functionName: string | null;
  /** Only invocations of these functions, named by the logs or by `functionName`; absent: of all. */
  readonly only?: readonly string[] | undefined;
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

/** Invocations looked up at once among the records met before. */
const SETTLED_TOGETHER = 256;
const COUNTED_START = Buffer.from(START_OF_INVOCATION);

/** Strings of which every line that can matter to an invocation contains at least one. */
const NEEDLES: readonly Buffer[] = [
  "REPORT",
  "_START ",
  '"platfo',
  "_total_",
  ...EVIDENCE_NEEDLES,
].map((needle) => Buffer.from(needle));

/**
 * Reads the invocations of one log object; `seen: null` gives repeated records too. `eventBytes`,
 * where given, gets every log event (reading is slower then); `pause` is awaited between pieces.
 */
export async function readObjectInvocations(
  object: LogObject,
  filter: ReadFilter,
  seen: Pick<SeenRecords, "add"> | null,
  emit: (invocation: Invocation) => void,
  onBytes: (bytes: number) => void = () => undefined,
  eventBytes?: EventBytes,
  pause?: () => Promise<void> | null,
): Promise<ObjectReading> {
  let invocations = 0;
  let duplicates = 0;
  let unreadable = 0;
  let batch: Invocation[] = [];
  // In one go: the places of many records are then fetched from memory side by side.
  const settle = (): void => {
    const isNew = batch.map(
      ({ requestId, timestamp, durationMs }) => seen?.add(requestId, timestamp, durationMs) ?? true,
    );
    for (let i = 0; i < batch.length; i += 1) {
      if (isNew[i] === true) emit(batch[i] as Invocation);
      else duplicates += 1;
    }
    invocations += batch.length;
    batch = [];
  };
  const joiner = new InvocationJoiner(
    (invocation) => {
      if (!isWanted(invocation, filter)) return;
      batch.push(invocation);
      if (batch.length === SETTLED_TOGETHER) settle();
    },
    { functionName: filter.functionName, fallbackFunctionName: object.functionName },
  );
  const sink: EventSink = {
    needles: NEEDLES,
    countedStart: COUNTED_START,
    counted: () => joiner.started(),
    event: (event) => joiner.event(unprefixed(event)),
    takeBytes: joiner.eventBytes.bind(joiner),
    unreadable: () => (unreadable += 1),
    ...(eventBytes === undefined ? {} : { eventBytes }),
  };
  const reading = await readObject(object, sink, onBytes, pause);
  const tally = joiner.end();
  settle();
  const problems = [
    reading.problem,
    unreadable > 0 ? `${unreadable} records could not be read` : null,
  ];
  return {
    name: object.name,
    format: reading.format,
    bytes: reading.bytes,
    invocations: invocations - duplicates,
    duplicates,
    problem: problems.filter((one) => one !== null).join("; ") || null,
    tally,
  };
}

/** Whether an invocation is of the period and of one of the functions asked for. */
export function isWanted(
  { timestamp, functionName }: Pick<Invocation, "timestamp" | "functionName">,
  { range, only }: ReadFilter,
): boolean {
  if (range !== null && !within(timestamp, range)) return false;
  return only === undefined || (functionName !== null && only.includes(functionName));
}

function within(timestamp: number | null, range: TimeRange): boolean {
  return timestamp !== null && timestamp >= range.startMs && timestamp <= range.endMs;
}
