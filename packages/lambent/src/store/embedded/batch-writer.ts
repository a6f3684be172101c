import type { DuckDBConnection } from "@duckdb/node-api";
import { UBIGINT } from "@duckdb/node-api";
import duckdb from "@duckdb/node-bindings";
import { ColumnFeed } from "./column-feed.ts";
import { sortOutDuplicates } from "./duplicates.ts";
import type { IngestBatch } from "./ingest-batch.ts";
import { INVOCATION_FEED, invocationFeed } from "./invocation-feed.ts";
import { LOG_EVENT_FEED, logEventFeed, type SegmentEvents } from "./log-event-feed.ts";
import { removeObject } from "./removal.ts";
import { histogramSql, rollupSql } from "./rollup.ts";
import { StreamIds } from "./stream-ids.ts";

/** What a batch added, once it is durable. */
export interface Written {
  readonly invocations: number;
  readonly duplicates: number;
  readonly logEvents: number;
}

/** Writes batches, each in one transaction. One for each open store. */
export class BatchWriter {
  readonly #connection: DuckDBConnection;
  readonly #invocations: ColumnFeed;
  readonly #keys: ColumnFeed;
  readonly #logEvents: ColumnFeed;
  readonly #streams: StreamIds;

  constructor(connection: DuckDBConnection, threads: number) {
    this.#connection = connection;
    this.#streams = new StreamIds(connection);
    const feed = (name: string, columns: typeof INVOCATION_FEED, n: number): ColumnFeed =>
      new ColumnFeed(connection, name, columns, n, duckdb);
    // One thread, so that rows are stored in the order in which they come.
    this.#invocations = feed("lambent_invocation_feed", INVOCATION_FEED, 1);
    this.#keys = feed("lambent_key_feed", [{ name: "key", type: UBIGINT }], 1);
    this.#logEvents = feed("lambent_log_event_feed", LOG_EVENT_FEED, threads);
  }

  /** All or nothing. After an error the transaction is rolled back. */
  async write(batch: IngestBatch): Promise<Written> {
    await this.#connection.run("BEGIN TRANSACTION");
    try {
      const written = await this.#writeRows(batch);
      await this.#connection.run("COMMIT");
      return written;
    } catch (error) {
      this.#streams.forget();
      // The error that counts is the first one; a broken transaction may refuse even this.
      await this.#connection.run("ROLLBACK").catch(() => undefined);
      throw error;
    }
  }

  async #writeRows(batch: IngestBatch): Promise<Written> {
    const connection = this.#connection;
    for (const object of batch.removals) await removeObject(connection, object);

    let duplicates = 0;
    if (batch.invocationCount > 0) {
      const { counted, copies } = await sortOutDuplicates(
        connection,
        this.#keys,
        batch.invocations,
      );
      duplicates = copies.reduce((sum, rows) => sum + rows.block.count, 0);
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
      const mine = `segment >= ${batch.segments[0]!.segment}`;
      await connection.run(`INSERT INTO rollup_5m ${rollupSql(mine)}`);
      await connection.run(`INSERT INTO histogram_1h ${histogramSql(mine)}`);
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
    // Rows carry their place, so threads may write them in any order; each compresses its own.
    await this.#connection.run("SET preserve_insertion_order = false");
    try {
      await this.#logEvents.run(
        this.#connection,
        logEventFeed(events),
        `INSERT INTO log_event SELECT * FROM ${this.#logEvents.name}()`,
      );
    } finally {
      await this.#connection.run("SET preserve_insertion_order = true");
    }
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
