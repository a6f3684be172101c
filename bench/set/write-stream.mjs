/** Worker thread of `log-set.mjs`: writes one log stream after the other. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parentPort, workerData } from "node:worker_threads";
import { gzipSync } from "node:zlib";
import { Environment } from "../../tools/synthetic-logs/environment.mjs";
import { Random } from "../../tools/synthetic-logs/random.mjs";
import { exportLine } from "../../tools/synthetic-logs/s3-export.mjs";
import { BENCH_FUNCTIONS } from "./functions.mjs";

/**
 * What was written, so that every contender's answer can be judged.
 * @typedef {object} StreamTruth
 * @property {string} name of the function
 * @property {number} invocations
 * @property {number} errors
 * @property {number} billedMs
 * @property {number} mbMs billed milliseconds times megabytes
 * @property {number} lines
 * @property {number} bytes of text
 */

/** A busy environment: about an hour of its life. */
const INVOCATIONS = 10_000;
const MEAN_GAP_MS = 250;
const START_MS = Date.UTC(2026, 9, 5, 6);

const { folder } = /** @type {{ folder: string }} */ (workerData);

parentPort?.on("message", (/** @type {number} */ nth) => {
  parentPort?.postMessage(writeStream(nth));
});

/**
 * @param {number} nth
 * @returns {StreamTruth}
 */
function writeStream(nth) {
  const spec = BENCH_FUNCTIONS[nth % BENCH_FUNCTIONS.length];
  if (spec === undefined) throw new Error("there are no functions");
  const random = new Random(`bench ${nth}`);
  const truth = {
    name: spec.name,
    invocations: 0,
    errors: 0,
    billedMs: 0,
    mbMs: 0,
    lines: 0,
    bytes: 0,
  };
  let atMs = START_MS + random.whole(0, 12 * 3_600_000);
  /** @type {string[]} */
  const parts = [];
  const environment = new Environment(spec, random, atMs, (eventMs, message) => {
    parts.push(exportLine(eventMs, message));
  });
  for (let i = 0; i < INVOCATIONS; i += 1) {
    const { billedMs, failure } = environment.invoke(random.uuid(), atMs);
    atMs = environment.freeAtMs + Math.floor(random.exponential(MEAN_GAP_MS));
    truth.invocations += 1;
    truth.billedMs += billedMs;
    truth.mbMs += billedMs * spec.memorySizeMb;
    if (failure !== null) truth.errors += 1;
  }
  const text = Buffer.from(parts.join(""));
  truth.lines = countLines(text);
  truth.bytes = text.length;
  const taskId = new Random(`bench task ${spec.name}`).uuid();
  const place = join(folder, spec.name, taskId, environment.stream);
  mkdirSync(place, { recursive: true });
  writeFileSync(join(place, "000000.gz"), gzipSync(text, { level: 6 }));
  return truth;
}

/** @param {Buffer} text */
function countLines(text) {
  let lines = 0;
  for (let at = text.indexOf(10); at >= 0; at = text.indexOf(10, at + 1)) lines += 1;
  return lines;
}
