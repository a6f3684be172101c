import { UBIGINT, type DuckDBConnection } from "@duckdb/node-api";
import duckdb from "@duckdb/node-bindings";
import { ColumnFeed } from "./column-feed.ts";
import { INVOCATION_FEED } from "./invocation-feed.ts";
import { LOG_EVENT_FEED } from "./log-event-feed.ts";

/** The ways of rows into the database. They stay with it, so there is one set for each open store. */
export interface IngestFeeds {
  readonly invocations: ColumnFeed;
  readonly keys: ColumnFeed;
  readonly logEvents: ColumnFeed;
}

export function ingestFeeds(connection: DuckDBConnection): IngestFeeds {
  const feed = (name: string, columns: typeof INVOCATION_FEED): ColumnFeed =>
    // One thread, so that rows are stored in the order in which they come.
    new ColumnFeed(connection, name, columns, 1, duckdb);
  return {
    invocations: feed("lambent_invocation_feed", INVOCATION_FEED),
    keys: feed("lambent_key_feed", [{ name: "key", type: UBIGINT }]),
    logEvents: feed("lambent_log_event_feed", LOG_EVENT_FEED),
  };
}
