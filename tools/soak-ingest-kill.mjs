/**
 * `npm run soak [-- KILLS [SEED]]`: kills `lambent ingest` at random moments and checks that, after
 * the command has been run again, the store holds the same as after an ingest that nobody disturbed.
 * 200 kills take about ten minutes. Needs a built tool (`npm run build`).
 */
import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { DuckDBInstance } from "@duckdb/node-api";
import { Random } from "./synthetic-logs/random.mjs";

const TOOL = fileURLToPath(new URL("../packages/lambent/bin/lambent.js", import.meta.url));

/**
 * @typedef {object} SoakOptions
 * @property {number} kills how often a process is killed in its work, over all rounds
 * @property {number} seed
 * @property {number} files log files of a round
 * @property {number} invocations of each file but the first
 * @property {number} longest invocations of the first; 18,000 and more give it several blocks
 * @property {(line: string) => void} say
 */

/**
 * Rounds of: a new store, up to three kills, one run to the end, comparison. In every other round
 * the store first held shorter files, so that their rows have to be replaced on the way.
 * @param {SoakOptions} options
 * @returns {Promise<{kills: number, partly: number, rounds: number, differences: string[]}>}
 */
export async function soak({ kills, seed, files, invocations, longest, say }) {
  const folder = mkdtempSync(join(tmpdir(), "lambent-soak-"));
  const generator = new Random(String(seed));
  const random = () => generator.share();
  /** @type {{kills: number, partly: number, rounds: number, differences: string[]}} */
  const result = { kills: 0, partly: 0, rounds: 0, differences: [] };
  try {
    const logs = join(folder, "logs");
    const texts = logTexts(random, files, invocations, longest);
    writeLogs(logs, texts, 1);
    const clean = join(folder, "clean.duckdb");
    const started = performance.now();
    await ingest(logs, clean, null);
    // How far into an ingest kills may come. It follows how fast the machine is just now.
    let reachMs = performance.now() - started;
    const allBlocks = await blocksIn(clean);
    say(`an undisturbed ingest of ${allBlocks} blocks takes ${Math.round(reachMs)} ms`);
    while (result.kills < kills) {
      const store = join(folder, `round-${result.rounds++}.duckdb`);
      if (result.rounds % 2 === 0) {
        writeLogs(logs, texts, 0.6);
        await ingest(logs, store, null);
        writeLogs(logs, texts, 1);
      }
      const wanted = Math.min(kills - result.kills, 1 + Math.floor(random() * 3));
      for (let i = 0; i < wanted; i++) {
        const begun = performance.now();
        if (!(await ingest(logs, store, random() * reachMs))) {
          // It ended before the kill came. Never below what it takes to start at all.
          reachMs = Math.max(300, Math.min(reachMs, performance.now() - begun) * 0.9);
          break;
        }
        reachMs *= 1.1;
        result.kills++;
        const blocks = await blocksIn(store);
        if (blocks > 0 && blocks < allBlocks) result.partly++;
      }
      await ingest(logs, store, null);
      for (const difference of await differences(clean, store)) {
        result.differences.push(`round ${result.rounds}: ${difference}`);
      }
      rmSync(store, { force: true });
      say(`${result.kills} of ${kills} kills, ${result.differences.length} differences`);
    }
    return result;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * True where the process was killed before it had ended by itself.
 * @param {string} logs
 * @param {string} store
 * @param {number | null} killAfterMs
 * @returns {Promise<boolean>}
 */
async function ingest(logs, store, killAfterMs) {
  const child = spawn(
    process.execPath,
    [TOOL, "ingest", logs, "--store", store, "--commit-rows", "2000"],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  let told = "";
  child.stderr.on("data", (chunk) => (told += String(chunk)));
  /** @type {Promise<[number | null, string | null]>} */
  const ended = new Promise((resolve) =>
    child.once("exit", (code, signal) => resolve([code, signal])),
  );
  const abort = new AbortController();
  if (killAfterMs !== null) {
    await Promise.race([
      ended,
      sleep(killAfterMs, undefined, { signal: abort.signal }).catch(() => 0),
    ]);
    child.kill("SIGKILL");
  }
  const [code, signal] = await ended;
  abort.abort();
  if (killAfterMs !== null && signal === "SIGKILL") return true;
  if (code !== 0) throw new Error(`ingest ended with ${code ?? signal}: ${told}`);
  return false;
}

/**
 * Files of an export, each with some lines that stand in the file before it too.
 * @param {() => number} random
 * @param {number} files
 * @param {number} invocations
 * @param {number} longest
 * @returns {string[][]}
 */
function logTexts(random, files, invocations, longest) {
  /** @type {(digits: number) => string} */
  const hex = (digits) =>
    Array.from({ length: digits }, () => Math.floor(random() * 16).toString(16)).join("");
  /** @type {string[][]} */
  const texts = [];
  let time = Date.UTC(2026, 0, 1);
  for (let file = 0; file < files; file++) {
    const events = texts[file - 1]?.slice(-3) ?? [];
    for (let i = 0; i < (file === 0 ? longest : invocations); i++) {
      const id = `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
      const durationMs = random() * 900 + 1;
      const at = new Date((time += Math.ceil(random() * 60_000))).toISOString();
      const failed = random() < 0.05 ? "Status: error\tError Type: Runtime.ExitError\t" : "";
      events.push(
        `${at} START RequestId: ${id} Version: $LATEST\n` +
          `${at} ${at}\t${id}\tINFO\torder ${hex(12)} für ${Math.floor(random() * 9)} Gäste\n` +
          `${at} END RequestId: ${id}\n` +
          `${at} REPORT RequestId: ${id}\tDuration: ${durationMs.toFixed(2)} ms\tBilled Duration: ${Math.ceil(Number(durationMs.toFixed(2)))} ms\t` +
          `Memory Size: ${file % 2 === 0 ? 256 : 512} MB\tMax Memory Used: ${60 + (i % 40)} MB\t${failed}\n`,
      );
    }
    texts.push(events);
  }
  return texts;
}

/**
 * @param {string} folder
 * @param {readonly string[][]} texts
 * @param {number} share of each file's events, from its beginning
 */
function writeLogs(folder, texts, share) {
  for (const [file, events] of texts.entries()) {
    const stream = join(folder, `2026-01-01-[$LATEST]${String(file).padStart(32, "0")}`);
    mkdirSync(stream, { recursive: true });
    const some = events.slice(0, Math.ceil(events.length * share));
    writeFileSync(join(stream, "000000.gz"), gzipSync(some.join(""), { level: 1 }));
  }
}

/** Rows as they are told to the outside: numbers of segments and streams may differ. */
const VIEWS = {
  invocations: `SELECT o.name, s.block, i.* EXCLUDE (segment)
    FROM DB.invocation i JOIN DB.ingest_segment s USING (segment) JOIN DB.source_object o USING (object)`,
  copies: `SELECT o.name, s.block, i.* EXCLUDE (segment)
    FROM DB.duplicate_invocation i JOIN DB.ingest_segment s USING (segment) JOIN DB.source_object o USING (object)`,
  "log events": `SELECT o.name, s.block, e.place, e.timestamp, e.message, l.log_group, l.log_stream
    FROM DB.log_event e JOIN DB.ingest_segment s USING (segment) JOIN DB.source_object o USING (object)
    JOIN DB.log_stream l USING (stream)`,
  ledger: `SELECT o.name, o.log_events, o.complete, o.format, o.bytes, o.problem, o.unread,
      s.block, s.invocations, s.log_events AS rows
    FROM DB.source_object o LEFT JOIN DB.ingest_segment s USING (object)`,
  // Sums of fractions depend on the order of adding, in the last digits.
  rollups: `SELECT function_name, region, memory_size_mb, bin, sum(invocations), sum(errors), sum(timeouts),
      sum(cold_starts), sum(cold_start_unknown), round(sum(duration_ms), 5), sum(billed_duration_ms),
      round(sum(init_duration_ms), 5), sum(cost_unknown), max(max_duration_ms), max(max_memory_used_mb)
    FROM DB.rollup_5m GROUP BY ALL`,
  histograms: `SELECT function_name, region, memory_size_mb, hour, bucket, sum(n)
    FROM DB.histogram_1h GROUP BY ALL`,
};

/** The rollups as the rows themselves give them. */
const ROLLUPS_OF_ROWS = `SELECT function_name, region, memory_size_mb,
    time_bucket(INTERVAL 5 MINUTE, timestamp), count(*), count(*) FILTER (status = 'error'),
    count(*) FILTER (status = 'timeout'), count(*) FILTER (cold_start),
    count(*) FILTER (cold_start IS NULL), round(sum(duration_ms), 5),
    coalesce(sum(billed_duration_ms), 0), coalesce(round(sum(init_duration_ms), 5), 0),
    count(*) FILTER (cost_usd IS NULL), max(duration_ms), max(max_memory_used_mb)
  FROM DB.invocation GROUP BY ALL`;

/**
 * What two stores hold that the other does not; nothing where they are alike.
 * @param {string} clean path of a store
 * @param {string} store path of another
 * @returns {Promise<string[]>}
 */
export async function differences(clean, store) {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    await connection.run(`ATTACH '${clean}' AS clean (READ_ONLY)`);
    await connection.run(`ATTACH '${store}' AS other (READ_ONLY)`);
    /** @type {string[]} */
    const found = [];
    /** @type {(what: string, left: string, right: string) => Promise<number>} */
    const compare = async (what, left, right) => {
      const reader = await connection.runAndReadAll(
        `SELECT (SELECT count(*) FROM (${left})), (SELECT count(*) FROM (${left} EXCEPT ALL ${right})),
          (SELECT count(*) FROM (${right} EXCEPT ALL ${left}))`,
      );
      const [rows = 0, missing = 0, extra = 0] = (reader.getRows()[0] ?? []).map(Number);
      if (missing + extra > 0) found.push(`${what}: ${missing} missing, ${extra} too many`);
      return rows;
    };
    for (const [what, view] of Object.entries(VIEWS)) {
      const rows = await compare(
        what,
        `(${view.replaceAll("DB", "clean")})`,
        `(${view.replaceAll("DB", "other")})`,
      );
      if (rows === 0) found.push(`${what}: nothing to compare`);
    }
    const rollups = VIEWS.rollups.replaceAll("DB", "other");
    await compare(
      "rollups against rows",
      `(${rollups})`,
      `(${ROLLUPS_OF_ROWS.replaceAll("DB", "other")})`,
    );
    return found;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/**
 * Blocks that a store holds.
 * @param {string} store
 * @returns {Promise<number>}
 */
async function blocksIn(store) {
  if (!existsSync(store)) return 0;
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  try {
    await connection.run(`ATTACH '${store}' AS store (READ_ONLY)`);
    const reader = await connection.runAndReadAll("SELECT count(*) FROM store.ingest_segment");
    return Number(reader.getRows()[0]?.[0]);
  } catch (error) {
    // Killed before the tables were made.
    if (error instanceof Error && error.message.includes("does not exist")) return 0;
    throw error;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const kills = Number(process.argv[2] ?? 200);
  const seed = Number(process.argv[3] ?? Math.floor(Math.random() * 1e9));
  console.log(`seed ${seed}`);
  const result = await soak({
    kills,
    seed,
    files: 24,
    invocations: 1500,
    longest: 18_000,
    say: console.log,
  });
  console.log(
    `${result.kills} kills, of which ${result.partly} left a store partly filled, in ${result.rounds} rounds: ` +
      (result.differences.length === 0 ? "no difference" : `\n${result.differences.join("\n")}`),
  );
  process.exitCode = result.differences.length === 0 ? 0 : 1;
}
