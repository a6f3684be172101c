import { createHash } from "node:crypto";
import type { DuckDBConnection } from "@duckdb/node-api";
import type {
  IngestBlock,
  IngestSession,
  IngestTotals,
  ObjectIdentity,
  ObjectOutcome,
  ObjectProgress,
} from "../store.ts";
import type { BatchWriter } from "./batch-writer.ts";
import { IngestBatch, type ObjectState } from "./ingest-batch.ts";
import { loadLedger } from "./ledger.ts";

/** A batch is handed to DuckDB when it holds this much. Two are in memory at most. */
const BATCH_LOG_EVENTS = 120_000;
const BATCH_BYTES = 16 << 20;
const BATCH_INVOCATIONS = 50_000;
const BATCH_SEGMENTS = 2_000;
/** Rows of a transaction. The more, the less is written twice; the fewer, the less a crash undoes. */
const COMMIT_ROWS = 2_000_000;

/** Name of a block for all time: same object, content, reader and number, same token. */
export function blockToken(object: ObjectIdentity, block: number): string {
  const { name, etag, parser, logEvents } = object;
  return createHash("sha256")
    .update(JSON.stringify([name, etag, parser, logEvents, block]))
    .digest("hex")
    .slice(0, 32);
}

/** One ingest into the embedded store. While a batch is being written the next one is gathered. */
export class EmbeddedIngestSession implements IngestSession {
  readonly #writer: BatchWriter;
  readonly #objects: Map<string, ObjectState>;
  readonly #translate: (error: unknown) => unknown;
  readonly #onEnd: () => Promise<void>;
  readonly #commitRows: number;
  #nextObject: number;
  #nextSegment: number;
  #current: ObjectState | null = null;
  /** Blocks of the current object that were durable when it began. */
  #durable = 0;
  #batch = new IngestBatch();
  #inFlight: Promise<void> = Promise.resolve();
  #failure: { error: unknown } | null = null;
  #totals = { invocations: 0, logEvents: 0, duplicates: 0, objects: 0, replaced: 0 };

  static async open(
    connection: DuckDBConnection,
    writer: BatchWriter,
    translate: (error: unknown) => unknown,
    onEnd: () => Promise<void>,
    commitRows: number = COMMIT_ROWS,
  ): Promise<EmbeddedIngestSession> {
    const ledger = await loadLedger(connection);
    return new EmbeddedIngestSession(ledger, writer, translate, onEnd, commitRows);
  }

  private constructor(
    ledger: { objects: ObjectState[]; nextObject: number; nextSegment: number },
    writer: BatchWriter,
    translate: (error: unknown) => unknown,
    onEnd: () => Promise<void>,
    commitRows: number,
  ) {
    this.#commitRows = commitRows;
    this.#objects = new Map(ledger.objects.map((object) => [object.name, object]));
    this.#nextObject = ledger.nextObject;
    this.#nextSegment = ledger.nextSegment;
    this.#writer = writer;
    this.#translate = translate;
    this.#onEnd = onEnd;
  }

  peek(object: ObjectIdentity): ObjectProgress {
    const known = this.#objects.get(object.name);
    if (known === undefined || !isSame(known, object)) return { complete: false, blocks: 0 };
    return { complete: known.outcome !== null, blocks: known.blocks };
  }

  async begin(object: ObjectIdentity): Promise<ObjectProgress> {
    const known = this.#objects.get(object.name);
    if (known !== undefined && isSame(known, object)) {
      this.#current = known;
      this.#durable = known.blocks;
      return { complete: known.outcome !== null, blocks: known.blocks };
    }
    if (known !== undefined) {
      // The former blocks may still be in the batch: they must be durable before they can go.
      await this.commit();
      this.#batch.removals.push(known.object);
      this.#totals.replaced++;
    }
    const { name, etag, parser, logEvents } = object;
    const state = {
      name,
      etag,
      parser,
      logEvents,
      object: this.#nextObject++,
      blocks: 0,
      outcome: null,
    };
    this.#objects.set(name, state);
    this.#batch.objects.set(state.object, state);
    this.#current = state;
    this.#durable = 0;
    this.#totals.objects++;
    return { complete: false, blocks: 0 };
  }

  async write(block: IngestBlock): Promise<void> {
    const state = this.#need();
    if (block.number < this.#durable || state.outcome !== null) return;
    if (block.number !== state.blocks) {
      throw new RangeError(`Block ${block.number} of ${state.name} came, ${state.blocks} is next`);
    }
    state.blocks++;
    this.#batch.add(state, this.#nextSegment++, blockToken(state, block.number), block);
    if (this.#isFull()) await this.#flush();
  }

  async finish(outcome: ObjectOutcome): Promise<void> {
    const state = this.#need();
    this.#current = null;
    if (state.outcome !== null) return;
    state.outcome = outcome;
    this.#batch.objects.set(state.object, state);
    if (this.#isFull()) await this.#flush();
  }

  async commit(): Promise<void> {
    await this.#flush();
    await this.#settle();
    await this.#writer.commit().catch((error: unknown) => {
      this.#failure = { error: this.#translate(error) };
    });
    await this.#settle();
  }

  async close(): Promise<IngestTotals> {
    await this.commit();
    await this.#onEnd().catch((error: unknown) => {
      throw this.#translate(error);
    });
    return { ...this.#totals };
  }

  async abort(): Promise<void> {
    this.#batch = new IngestBatch();
    await this.#inFlight;
    await this.#writer.rollback();
    await this.#onEnd().catch(() => undefined);
  }

  #need(): ObjectState {
    if (this.#current === null) throw new Error("begin() was not called");
    return this.#current;
  }

  #isFull(): boolean {
    const { logEventCount, bytes, invocationCount, segments, objects } = this.#batch;
    return (
      logEventCount >= BATCH_LOG_EVENTS ||
      bytes >= BATCH_BYTES ||
      invocationCount >= BATCH_INVOCATIONS ||
      segments.length >= BATCH_SEGMENTS ||
      objects.size >= BATCH_SEGMENTS ||
      logEventCount + invocationCount >= this.#commitRows
    );
  }

  /** Hands the batch over to be written, once the one before is done: at most two are in memory. */
  async #flush(): Promise<void> {
    await this.#settle();
    if (this.#batch.isEmpty) return;
    const batch = this.#batch;
    this.#batch = new IngestBatch();
    this.#inFlight = this.#write(batch.sealed()).catch((error: unknown) => {
      this.#failure = { error: this.#translate(error) };
    });
  }

  async #write(batch: IngestBatch): Promise<void> {
    const written = await this.#writer.write(batch);
    this.#totals.invocations += written.invocations;
    this.#totals.duplicates += written.duplicates;
    this.#totals.logEvents += written.logEvents;
    if (this.#writer.rows >= this.#commitRows) await this.#writer.commit();
  }

  async #settle(): Promise<void> {
    await this.#inFlight;
    if (this.#failure !== null) throw this.#failure.error;
  }
}

function isSame(known: ObjectState, object: ObjectIdentity): boolean {
  if (known.etag !== object.etag || known.parser !== object.parser) return false;
  if (known.logEvents === object.logEvents) return true;
  // More than is asked for is there already.
  return known.logEvents && known.outcome !== null;
}
