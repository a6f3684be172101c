import { access, constants, mkdir, realpath } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename, dirname, join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import type { Store } from "../store.ts";
import { EmbeddedStore } from "./embedded-store.ts";
import { fileKind } from "./file-kind.ts";
import { createTables, isEmptyDatabase, migrate } from "./migrate.ts";
import {
  foreignFile,
  problemFrom,
  storeInUse,
  storeNotFound,
  storeNotWritable,
} from "./store-problem.ts";

/** `create`: make it where it is absent. `update`: it must exist. `read`: it must exist, and nothing is written. */
export type OpenMode = "create" | "update" | "read";

/**
 * Oldest DuckDB that can read the file. From 1.2 on there is zstd for text, from 1.4 on dictionaries
 * with FSST (DuckDB documentation, "Storage versions").
 */
const STORAGE_VERSION = "v1.4.0";

/**
 * Big: rows go to the file row group by row group as they come; what waits in the log is only the
 * rest of each transaction, and `close` of an ingest writes a checkpoint.
 */
const CHECKPOINT_THRESHOLD = "1GB";

/** Stores that this process writes to: DuckDB's file lock holds other processes off, not this one. */
const openPaths = new Set<string>();

/**
 * Opens the store in a file.
 * Problems: LAMBENT_STORE_NOT_FOUND, _FOREIGN, _IN_USE, _OLD_SCHEMA, _NEWER_SCHEMA, _NOT_WRITABLE,
 * _DISK_FULL.
 */
export async function openEmbeddedStore(path: string, mode: OpenMode): Promise<Store> {
  const kind = await fileKind(path);
  if (kind === "directory") throw foreignFile(path, "it is a folder");
  if (kind === "foreign") throw foreignFile(path, "its content is not that of a database");
  if (kind === "absent" && mode !== "create") throw storeNotFound(path);
  const writable = mode !== "read";
  if (kind === "empty" && !writable) throw foreignFile(path, "it is an empty file");
  if (writable) await checkWritable(path, kind === "absent");
  const key = writable ? await claim(path) : null;
  const release = (): void => void (key !== null && openPaths.delete(key));

  // Rows come from one thread and are stored by one: a second one would only wait, and busily.
  const threads = writable ? 1 : availableParallelism();
  let instance: DuckDBInstance;
  try {
    instance = await DuckDBInstance.create(path, {
      threads: String(threads),
      access_mode: writable ? "READ_WRITE" : "READ_ONLY",
      storage_compatibility_version: STORAGE_VERSION,
      checkpoint_threshold: CHECKPOINT_THRESHOLD,
      // Nothing is fetched from the network, whatever a file looks like.
      autoinstall_known_extensions: "false",
      autoload_known_extensions: "false",
    });
  } catch (error) {
    release();
    throw problemFrom(error, path);
  }
  try {
    const connection = await instance.connect();
    if (writable && (await isEmptyDatabase(connection))) await createTables(connection);
    await migrate(connection, path, writable);
    return new EmbeddedStore({ path, instance, connection, writable, release });
  } catch (error) {
    instance.closeSync();
    release();
    throw problemFrom(error, path);
  }
}

async function checkWritable(path: string, absent: boolean): Promise<void> {
  try {
    if (absent) await mkdir(dirname(path), { recursive: true });
    await access(absent ? dirname(path) : path, constants.W_OK);
  } catch (error) {
    throw storeNotWritable(path, error);
  }
}

async function claim(path: string): Promise<string> {
  const key = join(await realpath(dirname(path)), basename(path));
  if (openPaths.has(key)) throw storeInUse(path);
  openPaths.add(key);
  return key;
}
