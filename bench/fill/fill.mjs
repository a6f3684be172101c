/**
 * `fill.mjs FOLDER SCRATCH ROUNDS`: how fast invocation rows go into DuckDB from memory: through the
 * store with all that it does, and by nothing but filling the same chunks of the same table. Both in
 * this process, in turns. Prints milliseconds as JSON.
 */
import { mkdirSync, rmSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { loadStoreParts } from "./store-parts.mjs";

/** @typedef {import("../../packages/lambent/src/store/store.ts").IngestBlock} IngestBlock */
/** @typedef {import("../../packages/lambent/src/app/read-object-invocations.ts").ObjectReading} ObjectReading */
/** @typedef {{ name: string, blocks: IngestBlock[], reading: ObjectReading }} ReadObject */

/** As many as memory holds without trouble. */
const MOST_ROWS = 1_000_000;

const [folder = "", scratch = "", rounds = "3"] = process.argv.slice(2);
const parts = await loadStoreParts();
const objects = await readObjects();
const rows = objects.reduce(
  (sum, one) => sum + one.blocks.reduce((all, block) => all + block.invocations.count, 0),
  0,
);
mkdirSync(scratch, { recursive: true });
/** @type {{ storeMs: number[], fillMs: number[], storeBytes: number, fillBytes: number }} */
const answer = { storeMs: [], fillMs: [], storeBytes: 0, fillBytes: 0 };
for (let round = 0; round < Number(rounds); round += 1) {
  const first = round % 2 === 0;
  if (first) await storeRound();
  await fillRound();
  if (!first) await storeRound();
}
console.log(JSON.stringify({ rows, ...answer }));

async function storeRound() {
  const path = freshPath("store.duckdb");
  const started = performance.now();
  const store = await parts.openEmbeddedStore(path, "create");
  const session = await store.ingest();
  for (const { name, blocks, reading } of objects) {
    await session.begin({ name, etag: "1", parser: "bench", logEvents: false });
    for (const block of blocks) await session.write(block);
    await session.finish({
      format: reading.format,
      bytes: reading.bytes,
      problem: null,
      unread: { ...reading.tally, duplicates: 0 },
    });
  }
  const totals = await session.close();
  await store.close();
  answer.storeMs.push(performance.now() - started);
  answer.storeBytes = statSync(path).size;
  if (totals.invocations !== rows) {
    throw new Error(`the store took ${totals.invocations} rows of ${rows}`);
  }
}

async function fillRound() {
  const path = freshPath("fill.duckdb");
  const started = performance.now();
  const instance = await parts.DuckDBInstance.create(path, {
    threads: String(availableParallelism()),
    storage_compatibility_version: "v1.4.0",
  });
  const connection = await instance.connect();
  for (const sql of parts.createTablesSql()) await connection.run(sql);
  const feed = new parts.ColumnFeed(connection, "fill", parts.INVOCATION_FEED, 1, parts.bindings);
  const all = objects.flatMap((one) => one.blocks);
  const chunks = all.map((block, segment) => ({ segment, block: block.invocations, places: null }));
  await feed.run(connection, parts.invocationFeed(chunks), "INSERT INTO invocation FROM fill()");
  await connection.run("CHECKPOINT");
  connection.closeSync();
  instance.closeSync();
  answer.fillMs.push(performance.now() - started);
  answer.fillBytes = statSync(path).size;
}

/** @returns {Promise<ReadObject[]>} */
async function readObjects() {
  const found = await parts.findObjects([folder]);
  /** @type {ReadObject[]} */
  const read = [];
  let count = 0;
  for (const object of found.objects) {
    if (count >= MOST_ROWS) break;
    /** @type {IngestBlock[]} */
    const blocks = [];
    const reading = await parts.readObjectBlocks(
      object,
      { functionName: null, logEvents: false },
      (block) => blocks.push(block),
      () => undefined,
      () => Promise.resolve(),
    );
    count += blocks.reduce((sum, block) => sum + block.invocations.count, 0);
    read.push({ name: object.name, blocks, reading });
  }
  return read;
}

/** @param {string} name */
function freshPath(name) {
  const path = join(scratch, name);
  for (const suffix of ["", ".wal"]) rmSync(path + suffix, { force: true });
  return path;
}
