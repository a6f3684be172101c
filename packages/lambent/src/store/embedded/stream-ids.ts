import type { DuckDBConnection } from "@duckdb/node-api";
import type { StreamName } from "../log-event-block.ts";

/** Numbers for log streams, as the table `log_stream` gives them. */
export class StreamIds {
  readonly #connection: DuckDBConnection;
  #ids: Map<string, number> | null = null;
  #unsaved: { id: number; stream: StreamName }[] = [];

  constructor(connection: DuckDBConnection) {
    this.#connection = connection;
  }

  /** A number for each stream; new ones are kept for `save`. */
  async idsOf(streams: readonly StreamName[]): Promise<Uint32Array> {
    this.#ids ??= await this.#load();
    const ids = this.#ids;
    return Uint32Array.from(streams, (stream) => {
      const key = keyOf(stream.logGroup, stream.logStream);
      let id = ids.get(key);
      if (id === undefined) {
        id = ids.size;
        ids.set(key, id);
        this.#unsaved.push({ id, stream });
      }
      return id;
    });
  }

  /** Writes the new ones, inside the caller's transaction. */
  async save(): Promise<void> {
    if (this.#unsaved.length === 0) return;
    const appender = await this.#connection.createAppender("log_stream");
    for (const { id, stream } of this.#unsaved) {
      appender.appendUInteger(id);
      for (const part of [stream.logGroup, stream.logStream]) {
        if (part === null) appender.appendNull();
        else appender.appendVarchar(part);
      }
      appender.endRow();
    }
    appender.closeSync();
    this.#unsaved = [];
  }

  /** To be called when the transaction was rolled back: what was given out may not be saved. */
  forget(): void {
    this.#ids = null;
    this.#unsaved = [];
  }

  async #load(): Promise<Map<string, number>> {
    const reader = await this.#connection.runAndReadAll(
      "SELECT stream, log_group, log_stream FROM log_stream",
    );
    return new Map(
      reader
        .getRows()
        .map(([id, group, stream]) => [
          keyOf(group as string | null, stream as string | null),
          id as number,
        ]),
    );
  }
}

function keyOf(logGroup: string | null, logStream: string | null): string {
  return JSON.stringify([logGroup, logStream]);
}
