import { readObjectInvocations } from "../../packages/lambent/src/app/read-object-invocations.ts";
import type { ObjectReading } from "../../packages/lambent/src/app/read-object-invocations.ts";
import { InvocationJoiner } from "../../packages/lambent/src/invocations/join.ts";
import type { JoinTally } from "../../packages/lambent/src/invocations/join.ts";
import type { Invocation } from "../../packages/lambent/src/model/invocation.ts";
import { readObject } from "../../packages/lambent/src/sources/read-object.ts";
import { unprefixed } from "../../packages/lambent/src/sources/text-lines/unprefixed.ts";
import { logObject } from "../../tools/fuzz/log-object.mjs";

const ALL = { functionName: null, range: null };

export interface BytesRead {
  readonly reading: ObjectReading;
  readonly invocations: Invocation[];
  /** Messages of all events, where they were asked for. */
  readonly messages: string[];
}

/** Reads as the tool reads: only events that can matter are looked at. */
export async function readFast(chunks: Iterable<Buffer>, withEvents = false): Promise<BytesRead> {
  const invocations: Invocation[] = [];
  const messages: string[] = [];
  const reading = await readObjectInvocations(
    logObject("fast", chunks),
    ALL,
    null,
    (one) => invocations.push(one),
    undefined,
    withEvents
      ? (bytes, start, end) => messages.push(bytes.toString("utf8", start, end))
      : undefined,
  );
  return { reading, invocations, messages };
}

/** Reads every event, with no regard to needles: slow and plain. */
export async function readEvery(
  chunks: Iterable<Buffer>,
): Promise<{ invocations: Invocation[]; tally: JoinTally; messages: string[] }> {
  const invocations: Invocation[] = [];
  const messages: string[] = [];
  const joiner = new InvocationJoiner((one) => invocations.push(one));
  await readObject(logObject("every", chunks), {
    needles: null,
    event(event) {
      // As UTF-8 has it: half a surrogate pair becomes a replacement character.
      messages.push(Buffer.from(event.message).toString());
      joiner.event(unprefixed(event));
    },
    unreadable: () => undefined,
  });
  return { invocations, tally: joiner.end(), messages };
}
