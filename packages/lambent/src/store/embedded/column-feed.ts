import { DuckDBTableFunction, type DuckDBConnection, type DuckDBType } from "@duckdb/node-api";
import type duckdb from "@duckdb/node-bindings";

/** Rows to be given to DuckDB, a chunk at a time. */
export interface FeedSource {
  /** Says how many rows the next chunk has (at most 2,048; 0: no more) and writes them. */
  next(): { rows: number; fill(vectors: (column: number) => duckdb.Vector): void } | null;
}

/**
 * A table function through which JavaScript rows flow into SQL: `INSERT … SELECT * FROM feed()`.
 * DuckDB asks for chunks from its own threads, so compressing and writing happen there, and the
 * JavaScript thread only fills columns.
 */
export class ColumnFeed {
  readonly name: string;
  #source: FeedSource | null = null;

  constructor(
    connection: DuckDBConnection,
    name: string,
    columns: readonly { readonly name: string; readonly type: DuckDBType }[],
    threads: number,
    bindings: typeof duckdb,
  ) {
    this.name = name;
    connection.registerTableFunction(
      DuckDBTableFunction.create({
        name,
        bindFunction: (bind) => {
          for (const column of columns) bind.addResultColumn(column.name, column.type);
        },
        initFunction: (init) => init.setMaxThreads(threads),
        mainFunction: (info, out) => {
          try {
            const part = this.#source?.next() ?? null;
            out.rowCount = part?.rows ?? 0;
            part?.fill((column) => bindings.data_chunk_get_vector(out.chunk, column));
          } catch (error) {
            // Thrown through DuckDB's thread it would end the process.
            info.setError(error instanceof Error ? error.message : String(error));
          }
        },
      }),
    );
  }

  /** Gives the rows of `source` to a statement that selects from this feed. */
  async run(connection: DuckDBConnection, source: FeedSource, sql: string): Promise<void> {
    this.#source = source;
    try {
      await connection.run(sql);
    } finally {
      this.#source = null;
    }
  }

  /** The same, for a statement that gives rows back. */
  async select(
    connection: DuckDBConnection,
    source: FeedSource,
    sql: string,
  ): Promise<unknown[][]> {
    this.#source = source;
    try {
      return (await connection.runAndReadAll(sql)).getRows();
    } finally {
      this.#source = null;
    }
  }
}
