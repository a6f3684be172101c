import type { IngestBlock, ObjectIdentity, ObjectOutcome } from "../store.ts";
import type { InvocationBlock } from "../invocation-block.ts";
import type { LogEventBlock } from "../log-event-block.ts";

/** What the session knows of an object; the same as its row in `source_object`. */
export interface ObjectState extends ObjectIdentity {
  readonly object: number;
  /** Blocks that are durable or in a batch. */
  blocks: number;
  outcome: ObjectOutcome | null;
}

/** A line of the ledger. */
export interface SegmentRow {
  readonly segment: number;
  readonly object: number;
  readonly block: number;
  readonly token: string;
  readonly invocations: number;
  readonly logEvents: number;
}

/** Invocations of one block, and where the block belongs. */
export interface BatchInvocations {
  readonly segment: number;
  /** Name of the object, and number of the block in it. */
  readonly object: string;
  readonly number: number;
  readonly block: InvocationBlock;
}

/** Rows that are written together. */
export class IngestBatch {
  /** Objects whose former rows go, before anything is written. */
  readonly removals: number[] = [];
  readonly objects: Map<number, ObjectState> = new Map();
  readonly segments: SegmentRow[] = [];
  readonly invocations: BatchInvocations[] = [];
  invocationCount = 0;
  readonly logEvents: { readonly segment: number; readonly block: LogEventBlock }[] = [];
  logEventCount = 0;
  bytes = 0;

  get isEmpty(): boolean {
    return this.objects.size === 0 && this.removals.length === 0;
  }

  add(state: ObjectState, segment: number, token: string, block: IngestBlock): void {
    this.objects.set(state.object, state);
    const logEvents = block.logEvents?.count ?? 0;
    this.segments.push({
      segment,
      object: state.object,
      block: block.number,
      token,
      invocations: block.invocations.count,
      logEvents,
    });
    if (block.invocations.count > 0) {
      this.invocations.push({
        segment,
        object: state.name,
        number: block.number,
        block: block.invocations,
      });
      this.invocationCount += block.invocations.count;
    }
    if (block.logEvents !== null && logEvents > 0) {
      this.logEvents.push({ segment, block: block.logEvents });
      this.logEventCount += logEvents;
      this.bytes += block.logEvents.bytes.byteLength;
    }
  }

  /**
   * The batch as it is now. States of objects change while the batch is being written, and the
   * ledger must not say that an object is complete before its last block is there.
   */
  sealed(): this {
    for (const [object, state] of this.objects) this.objects.set(object, { ...state });
    return this;
  }
}
