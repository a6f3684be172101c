import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

/** @typedef {import("./write-stream.mjs").StreamTruth} StreamTruth */

/**
 * Logs to measure with, and what is in them.
 * @typedef {object} LogSet
 * @property {string} folder of the export
 * @property {readonly string[]} files sorted
 * @property {number} storedBytes as gzip
 * @property {Truth} truth
 *
 * @typedef {object} Truth
 * @property {number} streams
 * @property {number} invocations
 * @property {number} errors
 * @property {number} billedMs
 * @property {number} mbMs
 * @property {number} lines
 * @property {number} bytes of text
 * @property {Record<string, { invocations: number, errors: number, billedMs: number }>} functions
 */

/** Text of one stream, about. */
const STREAM_BYTES = 11_600_000;
/** Raised when the generator writes other logs, so that old ones are not used. */
const VERSION = 1;

/** At least 2 GB of text and 2 million invocations. */
export const FULL_SIZE_GB = 2.3;

/** Where sets are kept when nobody says: outside of the repository. */
export function defaultFolder() {
  return join(tmpdir(), "lambent-bench");
}

/**
 * The set of about `sizeGb` GB (10⁹ bytes) of text below `root`; written if it is not there.
 * @param {string} root
 * @param {number} sizeGb
 * @returns {Promise<LogSet>}
 */
export async function logSet(root, sizeGb) {
  const streams = Math.max(2, Math.ceil((sizeGb * 1e9) / STREAM_BYTES));
  const base = join(resolve(root), `logs-v${VERSION}-${streams}`);
  const folder = join(base, "export");
  const truthPath = join(base, "truth.json");
  if (!existsSync(truthPath)) {
    rmSync(base, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const truth = await writeSet(folder, streams);
    // Written last: a set without it is not whole.
    writeFileSync(truthPath, JSON.stringify(truth));
  }
  const truth = /** @type {Truth} */ (JSON.parse(readFileSync(truthPath, "utf8")));
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  if (files.length !== truth.streams) throw new Error(`${folder} is not whole: delete it`);
  const storedBytes = files.reduce((sum, file) => sum + readFileSync(file).length, 0);
  return { folder, files, storedBytes, truth };
}

/**
 * @param {string} folder
 * @param {number} streams
 * @returns {Promise<Truth>}
 */
async function writeSet(folder, streams) {
  const started = performance.now();
  /** @type {Truth} */
  const truth = {
    streams,
    invocations: 0,
    errors: 0,
    billedMs: 0,
    mbMs: 0,
    lines: 0,
    bytes: 0,
    functions: {},
  };
  let next = 0;
  let done = 0;
  const worker = () =>
    new Promise((finish, fail) => {
      const thread = new Worker(fileURLToPath(new URL("write-stream.mjs", import.meta.url)), {
        workerData: { folder },
      });
      const give = () => {
        if (next < streams) thread.postMessage(next++);
        else void thread.terminate().then(finish, fail);
      };
      thread.on("error", fail);
      thread.on("message", (/** @type {StreamTruth} */ stream) => {
        addStream(truth, stream);
        done += 1;
        process.stderr.write(`\rwriting logs: ${done} of ${streams} streams `);
        give();
      });
      give();
    });
  await Promise.all(Array.from({ length: Math.min(availableParallelism(), streams) }, worker));
  process.stderr.write(`in ${((performance.now() - started) / 1000).toFixed(1)} s\n`);
  return truth;
}

/**
 * @param {Truth} truth
 * @param {StreamTruth} stream
 */
function addStream(truth, stream) {
  truth.invocations += stream.invocations;
  truth.errors += stream.errors;
  truth.billedMs += stream.billedMs;
  truth.mbMs += stream.mbMs;
  truth.lines += stream.lines;
  truth.bytes += stream.bytes;
  const own = (truth.functions[stream.name] ??= { invocations: 0, errors: 0, billedMs: 0 });
  own.invocations += stream.invocations;
  own.errors += stream.errors;
  own.billedMs += stream.billedMs;
}
