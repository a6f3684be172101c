import type { DuckDBConnection } from "@duckdb/node-api";
import type { ColumnFeed } from "./column-feed.ts";
import { loadKnownKeys, sortOutDuplicates } from "./duplicates.ts";
import type { IngestBatch } from "./ingest-batch.ts";
import type { IngestFeeds } from "./ingest-feeds.ts";
import { invocationFeed } from "./invocation-feed.ts";
import { logEventFeed, type SegmentEvents } from "./log-event-feed.ts";
import type { KnownKeys } from "./known-keys.ts";
import { demoteRows, removeObject } from "./removal.ts";
import { histogramSql, rollupSql } from "./rollup.ts";
import { StreamIds } from "./stream-ids.ts";

/** What a batch added, once it is durable. */
export interface Written {
  readonly invocations: number;
  readonly duplicates: number;
  readonly logEvents: number;
}

/**
 * Writes batches. Many batches make one transaction: DuckDB compresses a row group (122,880 rows)
 * when it is full, and what is left over at the end of a transaction is written twice, so the fewer
 * the better.
 */
export class BatchWriter {
  readonly #connection: DuckDBConnection;
  readonly #invocations: ColumnFeed;
  readonly #keys: ColumnFeed;
  readonly #logEvents: ColumnFeed;
  readonly #streams: StreamIds;
  #known: KnownKeys | null = null;
  /** First segment of the open transaction; null where none is open. */
  #firstSegment: number | null = null;
  #open = false;
  /** Rows of the open transaction. */
  rows = 0;

  constructor(connection: DuckDBConnection, feeds: IngestFeeds) {
    this.#connection = connection;
    this.#streams = new StreamIds(connection);
    this.#invocations = feeds.invocations;
    this.#keys = feeds.keys;
    this.#logEvents = feeds.logEvents;
  }

  /** Writes a batch into the open transaction, or begins one. After an error all of it is undone. */
  async write(batch: IngestBatch): Promise<Written> {
    return this.#undoOnError(async () => {
      if (!this.#open) await this.#connection.run("BEGIN TRANSACTION");
      this.#open = true;
      this.#firstSegment ??= batch.segments[0]?.segment ?? null;
      const written = await this.#writeRows(batch);
      this.rows += batch.invocationCount + batch.logEventCount;
      return written;
    });
  }

  /** Makes durable what was written, with its sums. */
  async commit(): Promise<void> {
    if (!this.#open) return;
    await this.#undoOnError(async () => {
      if (this.#firstSegment !== null) {
        const mine = `segment >= ${this.#firstSegment}`;
        await this.#connection.run(`INSERT INTO rollup_5m ${rollupSql(mine)}`);
        await this.#connection.run(`INSERT INTO histogram_1h ${histogramSql(mine)}`);
      }
      await this.#connection.run("COMMIT");
      this.#reset();
    });
  }

  async rollback(): Promise<void> {
    if (!this.#open) return;
    this.#reset();
    this.#streams.forget();
    // What counts is the error before this one; a broken transaction may refuse even this.
    await this.#connection.run("ROLLBACK").catch(() => undefined);
  }

  #reset(): void {
    this.#open = false;
    this.#firstSegment = null;
    this.rows = 0;
  }

  async #undoOnError<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      await this.rollback();
      throw error;
    }
  }

  async #writeRows(batch: IngestBatch): Promise<Written> {
    const connection = this.#connection;
    for (const object of batch.removals) await removeObject(connection, object);

    let duplicates = 0;
    if (batch.invocationCount > 0) {
      this.#known ??= await loadKnownKeys(connection);
      const { counted, copies, demoted } = await sortOutDuplicates(
        connection,
        this.#keys,
        this.#known,
        batch.invocations,
      );
      await demoteRows(connection, demoted, this.#firstSegment ?? 0);
      duplicates = copies.reduce((sum, rows) => sum + rows.block.count, demoted.length);
      for (const [table, rows] of [
        ["invocation", counted],
        ["duplicate_invocation", copies],
      ] as const) {
        if (rows.length === 0) continue;
        await this.#invocations.run(
          connection,
          invocationFeed(rows),
          `INSERT INTO ${table} SELECT * FROM ${this.#invocations.name}()`,
        );
      }
    }
    if (batch.logEventCount > 0) await this.#writeLogEvents(batch);
    await this.#writeLedger(batch);
    return {
      invocations: batch.invocationCount - duplicates,
      duplicates,
      logEvents: batch.logEventCount,
    };
  }

  async #writeLogEvents(batch: IngestBatch): Promise<void> {
    const events: SegmentEvents[] = [];
    for (const { segment, block } of batch.logEvents) {
      events.push({ segment, block, streamIds: await this.#streams.idsOf(block.streams) });
    }
    await this.#streams.save();
    await this.#logEvents.run(
      this.#connection,
      logEventFeed(events),
      `INSERT INTO log_event SELECT * FROM ${this.#logEvents.name}()`,
    );
  }

  async #writeLedger(batch: IngestBatch): Promise<void> {
    if (batch.objects.size > 0) {
      const known = [...batch.objects.keys()].join(", ");
      await this.#connection.run(`DELETE FROM source_object WHERE object IN (${known})`);
      const objects = await this.#connection.createAppender("source_object");
      for (const o of batch.objects.values()) {
        objects.appendUInteger(o.object);
        objects.appendVarchar(o.name);
        objects.appendVarchar(o.etag);
        objects.appendVarchar(o.parser);
        objects.appendBoolean(o.logEvents);
        objects.appendBoolean(o.outcome !== null);
        objects.appendVarchar(o.outcome?.format ?? "");
        objects.appendDouble(o.outcome?.bytes ?? 0);
        if (o.outcome === null || o.outcome.problem === null) objects.appendNull();
        else objects.appendVarchar(o.outcome.problem);
        if (o.outcome === null) objects.appendNull();
        else objects.appendVarchar(JSON.stringify(o.outcome.unread));
        objects.endRow();
      }
      objects.closeSync();
    }
    if (batch.segments.length > 0) {
      const segments = await this.#connection.createAppender("ingest_segment");
      for (const s of batch.segments) {
        segments.appendUInteger(s.segment);
        segments.appendUInteger(s.object);
        segments.appendUInteger(s.block);
        segments.appendVarchar(s.token);
        segments.appendUInteger(s.invocations);
        segments.appendUInteger(s.logEvents);
        segments.endRow();
      }
      segments.closeSync();
    }
  }
}
