/**
 * `npm run bench read`: how fast logs become figures, against tools that could do it too and against
 * what the machine allows.
 */
import { spawnSync } from "node:child_process";
import { closeSync, existsSync, openSync, renameSync } from "node:fs";
import { availableParallelism } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkCount, checkPeer, checkReport } from "./answers.mjs";
import { readArguments } from "./arguments.mjs";
import { machine } from "./measure/machine.mjs";
import { recordPart, resultTable, targetList } from "./measure/record.mjs";
import { inRounds } from "./measure/rounds.mjs";
import { installPeers } from "./peers/install.mjs";
import { logSet } from "./set/log-set.mjs";
import { setSentence } from "./set/set-sentence.mjs";

/** @typedef {import("./measure/rounds.mjs").Contender} Contender */
/** @typedef {import("./measure/rounds.mjs").Result} Result */

const LAMBENT = fileURLToPath(new URL("../packages/lambent/bin/lambent.js", import.meta.url));
const MOST_MEMORY_MB = 300;

const here = machine();
const options = readArguments();
const peers = installPeers(options.folder);
const set = await logSet(options.folder, options.sizeGb);
const { truth, files } = set;
const text = uncompressed();

/** @type {Record<string, string>} */
const means = {
  "lambent report": "the whole report as JSON: cost, failures, cold starts, percentiles, findings",
  "gzip -dc": "decompresses, one file after the other, and throws it away",
  "gzip -dc, all cores": "the same with one gzip a core: the least that reading can cost",
  "gzip -dc and wc -l": "decompresses and counts lines",
  DuckDB: "SQL: billed, errors, cold starts, percentiles for each function",
  chDB: "the same by ClickHouse's SQL, in the process",
  "grep -c": "counts REPORT lines in text that is decompressed already",
};

const peerEnv = { LAMBENT_BENCH_PEERS: peers };
/** @type {Contender[]} */
const contenders = [
  {
    name: "lambent report",
    command: { kind: "node", run: LAMBENT, args: ["report", set.folder, "--format", "json"] },
    check: (stdout) => checkReport(truth, stdout),
  },
  {
    name: "gzip -dc",
    command: { kind: "shell", run: 'gzip -dc "$@" >/dev/null', args: files },
  },
  {
    name: "gzip -dc, all cores",
    command: {
      kind: "shell",
      run: `printf '%s\\0' "$@" | xargs -0 -n 4 -P ${availableParallelism()} gzip -dc >/dev/null`,
      args: files,
    },
  },
  {
    name: "gzip -dc and wc -l",
    command: { kind: "shell", run: 'gzip -dc "$@" | wc -l', args: files },
    check: (stdout) => checkCount("wc", truth.lines, stdout),
  },
  {
    name: "DuckDB",
    command: { kind: "node", run: peerScript("duckdb-read.mjs"), args: [set.folder], env: peerEnv },
    check: (stdout) => checkPeer("DuckDB", truth, stdout),
  },
  {
    name: "chDB",
    command: { kind: "node", run: peerScript("chdb-read.mjs"), args: [set.folder], env: peerEnv },
    check: (stdout) => checkPeer("chDB", truth, stdout),
  },
  {
    name: "grep -c",
    command: { kind: "shell", run: "grep -c ' REPORT RequestId: ' \"$1\"", args: [text] },
    check: (stdout) => checkCount("grep", truth.invocations, stdout),
  },
];

const results = await inRounds(contenders, options.rounds);
const lambent = wallOf("lambent report");
const part = [
  "## Reading: logs to figures",
  "",
  `${here}. ${setSentence(set)} Files are in the page cache. ${options.rounds} rounds. All found the same invocations, errors and billed milliseconds for each function.`,
  "",
  resultTable(results, { bytes: truth.bytes, means }),
  "",
  targetList([
    { what: "time against `gzip -dc`", value: lambent / wallOf("gzip -dc"), atMost: 0.5 },
    { what: "time against DuckDB's SQL", value: lambent / wallOf("DuckDB"), atMost: 1 },
    { what: "time against chDB", value: lambent / wallOf("chDB"), atMost: 1 },
    {
      what: "memory of `lambent report`",
      value: results[0]?.maxRssMb ?? Number.NaN,
      atMost: MOST_MEMORY_MB,
      unit: " MB",
    },
  ]),
].join("\n");
console.log(part);
if (options.record) recordPart("read", part);

/** @param {string} name */
function wallOf(name) {
  const found = results.find((one) => one.name === name);
  if (found === undefined) throw new Error(`${name} did not run`);
  return found.wallMs;
}

/** @param {string} script */
function peerScript(script) {
  return fileURLToPath(new URL(`peers/${script}`, import.meta.url));
}

/** The text of all files in one, for grep; made once. */
function uncompressed() {
  const path = join(dirname(set.folder), "all.log");
  if (existsSync(path)) return path;
  const file = openSync(`${path}.new`, "w");
  const result = spawnSync("gzip", ["-dc", ...files], { stdio: ["ignore", file, "inherit"] });
  closeSync(file);
  if (result.status !== 0) throw new Error("gzip could not decompress the logs");
  renameSync(`${path}.new`, path);
  return path;
}
