import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import type { Invocation } from "../../model/invocation.ts";
import type { LogEvent } from "../../model/log-event.ts";
import type {
  HistogramRow,
  IngestSession,
  IngestTuning,
  InvocationFilter,
  LogEventFilter,
  RollupRow,
  Store,
  StoredObject,
} from "../store.ts";
import { BatchWriter } from "./batch-writer.ts";
import { ingestFeeds, type IngestFeeds } from "./ingest-feeds.ts";
import { EmbeddedIngestSession } from "./ingest-session.ts";
import { readInvocations } from "./read-invocations.ts";
import { readLogEvents } from "./read-log-events.ts";
import { readHistograms, readObjects, readRollups } from "./read-summaries.ts";
import { problemFrom, storeNotWritable } from "./store-problem.ts";
import { compact, forgetRowsBefore } from "./tidy.ts";

export interface EmbeddedParts {
  readonly path: string;
  readonly instance: DuckDBInstance;
  readonly connection: DuckDBConnection;
  readonly writable: boolean;
  readonly release: () => void;
}

/** A store in one DuckDB file. Made by `openEmbeddedStore`. */
export class EmbeddedStore implements Store {
  readonly name: string;
  readonly #parts: EmbeddedParts;
  #feeds: IngestFeeds | null = null;
  #closed = false;

  constructor(parts: EmbeddedParts) {
    this.name = parts.path;
    this.#parts = parts;
  }

  async ingest(options: IngestTuning = {}): Promise<IngestSession> {
    const { connection, instance, writable, path } = this.#parts;
    if (!writable) throw storeNotWritable(path);
    return this.#guard(async () => {
      this.#feeds ??= ingestFeeds(connection);
      // A connection of its own: what is not committed yet is for no one else to see.
      const own = await instance.connect();
      return EmbeddedIngestSession.open(
        own,
        new BatchWriter(own, this.#feeds),
        (error) => problemFrom(error, path),
        async () => {
          try {
            await compact(own);
            await own.run("CHECKPOINT");
          } finally {
            own.closeSync();
          }
        },
        options.commitRows,
      );
    });
  }

  invocations(filter: InvocationFilter = {}): AsyncIterable<Invocation[]> {
    return this.#read((connection) => readInvocations(connection, filter));
  }

  logEvents(filter: LogEventFilter = {}): AsyncIterable<LogEvent[]> {
    return this.#read((connection) => readLogEvents(connection, filter));
  }

  async objects(): Promise<StoredObject[]> {
    return this.#guard(() => readObjects(this.#parts.connection));
  }

  async rollups(): Promise<RollupRow[]> {
    return this.#guard(() => readRollups(this.#parts.connection));
  }

  async histograms(): Promise<HistogramRow[]> {
    return this.#guard(() => readHistograms(this.#parts.connection));
  }

  async forgetBefore(timeMs: number): Promise<{ invocations: number; logEvents: number }> {
    const { connection, writable, path } = this.#parts;
    if (!writable) throw storeNotWritable(path);
    return this.#guard(async () => {
      const gone = await forgetRowsBefore(connection, timeMs);
      await connection.run("CHECKPOINT");
      return gone;
    });
  }

  async close(): Promise<void> {
    if (this.#closed) return;
    this.#closed = true;
    this.#parts.connection.closeSync();
    this.#parts.instance.closeSync();
    this.#parts.release();
  }

  /** A reader has a connection of its own: it may be slow, and an ingest may go on meanwhile. */
  async *#read<T>(rows: (connection: DuckDBConnection) => AsyncIterable<T>): AsyncGenerator<T> {
    const connection = await this.#guard(() => this.#parts.instance.connect());
    try {
      yield* rows(connection);
    } catch (error) {
      throw problemFrom(error, this.name);
    } finally {
      connection.closeSync();
    }
  }

  async #guard<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw problemFrom(error, this.name);
    }
  }
}
