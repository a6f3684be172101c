import type { Invocation } from "../model/invocation.ts";
import type { LogObject } from "../sources/source.ts";
import { invocationBlock } from "../store/invocation-block.ts";
import { LogEventBlockBuilder } from "../store/log-event-block-builder.ts";
import type { IngestBlock } from "../store/store.ts";
import { readObjectInvocations } from "./read-object-invocations.ts";
import type { ObjectReading } from "./read-object-invocations.ts";

/*
 * A block ends after the event with which it reaches one of these. They are part of what a block
 * is: changing them means that `PARSER_VERSION` must change.
 */
const BLOCK_BYTES = 4 << 20;
const BLOCK_EVENTS = 1 << 16;
const BLOCK_INVOCATIONS = 1 << 14;

/** Raised whenever the same logs may give other blocks or other invocations than before. */
const PARSER_VERSION = "2";

/** What decides, besides the bytes, which blocks an object gives. */
export interface BlockOptions {
  readonly functionName: string | null;
  readonly logEvents: boolean;
}

/** Name of this reader and its options, for `ObjectIdentity.parser`. */
export function parserName(options: BlockOptions): string {
  return JSON.stringify([PARSER_VERSION, options.functionName]);
}

/**
 * Reads an object as blocks for a store. The same bytes give the same blocks, whatever the machine.
 * The next bytes are read when `ready` says so; `emit` is called in between.
 */
export async function readObjectBlocks(
  object: LogObject,
  options: BlockOptions,
  emit: (block: IngestBlock) => void,
  onBytes: (bytes: number) => void,
  ready: () => Promise<void>,
): Promise<ObjectReading> {
  let invocations: Invocation[] = [];
  const events = options.logEvents ? new LogEventBlockBuilder() : null;
  let number = 0;
  const cut = (): void => {
    if (invocations.length === 0 && (events === null || events.count === 0)) return;
    const logEvents = events !== null && events.count > 0 ? events.take() : null;
    emit({ number: number++, invocations: invocationBlock(invocations), logEvents });
    invocations = [];
  };
  // Cut before an event, not inside one: what an event leads to belongs to the same block.
  const cutIfFull = (): void => {
    const full =
      invocations.length >= BLOCK_INVOCATIONS ||
      (events !== null && (events.byteLength >= BLOCK_BYTES || events.count >= BLOCK_EVENTS));
    if (full) cut();
  };
  const reading = await readObjectInvocations(
    paced(object, ready),
    { functionName: options.functionName, range: null },
    null,
    (invocation) => {
      invocations.push(invocation);
      if (events === null) cutIfFull();
    },
    onBytes,
    events === null
      ? undefined
      : (bytes, start, end, timestamp, logGroup, logStream) => {
          cutIfFull();
          events.add(bytes, start, end, timestamp, logGroup, logStream);
        },
  );
  cut();
  return reading;
}

function paced(object: LogObject, ready: () => Promise<void>): LogObject {
  return {
    ...object,
    async *open() {
      for await (const chunk of object.open()) {
        await ready();
        yield chunk;
      }
    },
  };
}
