/**
 * `npm run bench ingest`: how fast logs become a store, against the same tables made by DuckDB's SQL,
 * and how fast rows alone go in, against filling DuckDB's chunks and nothing else.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkReport } from "./answers.mjs";
import { readArguments } from "./arguments.mjs";
import { machine } from "./measure/machine.mjs";
import { recordPart, resultTable, targetList } from "./measure/record.mjs";
import { inRounds, median } from "./measure/rounds.mjs";
import { run } from "./measure/run.mjs";
import { installPeers } from "./peers/install.mjs";
import { logSet } from "./set/log-set.mjs";
import { setSentence } from "./set/set-sentence.mjs";

const LAMBENT = fileURLToPath(new URL("../packages/lambent/bin/lambent.js", import.meta.url));

const here = machine();
const options = readArguments();
const peers = installPeers(options.folder);
const set = await logSet(options.folder, options.sizeGb);
const { truth } = set;
const scratch = join(options.folder, "scratch");
mkdirSync(scratch, { recursive: true });

const stores = {
  events: join(scratch, "events.duckdb"),
  rows: join(scratch, "rows.duckdb"),
  sql: join(scratch, "sql.duckdb"),
};
const means = {
  "lambent ingest": "every log event and every invocation, sums, ledger; safe to interrupt",
  "DuckDB SQL": "every line, the fields of REPORT lines, sums; nothing to go on with after a crash",
  "lambent ingest --no-log-events": "invocations, sums and ledger only",
};
const results = await inRounds(
  [
    {
      name: "lambent ingest",
      command: {
        kind: "node",
        run: LAMBENT,
        args: ["ingest", set.folder, "--store", stores.events],
      },
      before: () => removeStore(stores.events),
      check: () => checkStore(stores.events),
    },
    {
      name: "DuckDB SQL",
      command: {
        kind: "node",
        run: fileURLToPath(new URL("peers/duckdb-ingest.mjs", import.meta.url)),
        args: [set.folder, stores.sql],
        env: { LAMBENT_BENCH_PEERS: peers },
      },
      before: () => removeStore(stores.sql),
      check: checkSql,
    },
    {
      name: "lambent ingest --no-log-events",
      command: {
        kind: "node",
        run: LAMBENT,
        args: ["ingest", set.folder, "--store", stores.rows, "--no-log-events"],
      },
      before: () => removeStore(stores.rows),
      check: () => checkStore(stores.rows),
    },
  ],
  options.rounds,
);
const [lambent, sql, rowsOnly] = results;
if (lambent === undefined || sql === undefined || rowsOnly === undefined)
  throw new Error("no result");

const filling = await run({
  kind: "node",
  run: fileURLToPath(new URL("fill/fill.mjs", import.meta.url)),
  args: [set.folder, scratch, String(options.rounds)],
});
const fill = /** @type {{ rows: number, storeMs: number[], fillMs: number[] }} */ (
  JSON.parse(filling.stdout)
);
const fillRate = fill.rows / median(fill.fillMs);
const storeRate = fill.rows / median(fill.storeMs);

const part = [
  "## Ingesting: logs to a store",
  "",
  `${here}. ${setSentence(set)} Files are in the page cache. ${options.rounds} rounds, each into a new file. All hold the same invocations and billed milliseconds.`,
  "",
  resultTable(results, { bytes: truth.bytes, means }),
  "",
  `Size of the file: \`lambent ingest\` ${megabytes(stores.events)}, DuckDB SQL ${megabytes(stores.sql)}, \`--no-log-events\` ${megabytes(stores.rows)}.`,
  "",
  `Rows from memory, ${fill.rows.toLocaleString("en")} of them, in one process, in turns: filling DuckDB's chunks of the same table and nothing else, ${rate(fillRate)}; through the store, with duplicates sorted out, sums and ledger, ${rate(storeRate)}. \`lambent ingest --no-log-events\`, reading and decompressing included, ${rate(truth.invocations / rowsOnly.wallMs)}.`,
  "",
  targetList([
    { what: "time against DuckDB's SQL", value: lambent.wallMs / sql.wallMs, atMost: 1.3 },
    { what: "the same, the goal", value: lambent.wallMs / sql.wallMs, atMost: 0.65 },
    {
      what: "time of rows through the store against filling chunks (0.4× of its rate)",
      value: fillRate / storeRate,
      atMost: 2.5,
    },
  ]),
].join("\n");
console.log(part);
if (options.record) recordPart("ingest", part);
rmSync(scratch, { recursive: true, force: true });

/** @param {string} path */
function removeStore(path) {
  for (const suffix of ["", ".wal"]) rmSync(path + suffix, { force: true });
}

/** @param {string} path */
function checkStore(path) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [LAMBENT, "report", "--store", path, "--format", "json"],
    { encoding: "utf8", maxBuffer: 2 ** 28 },
  );
  if (status !== 0) throw new Error(`lambent report --store failed:\n${stderr}`);
  checkReport(truth, stdout);
}

/** @param {string} stdout */
function checkSql(stdout) {
  const found = /** @type {{ invocations: number, billedMs: number, lines: number }} */ (
    JSON.parse(stdout)
  );
  const { invocations, billedMs, lines } = truth;
  if (found.invocations !== invocations || found.billedMs !== billedMs || found.lines !== lines) {
    throw new Error(`DuckDB's SQL stored ${stdout.trim()}`);
  }
}

/** @param {string} path */
function megabytes(path) {
  return existsSync(path) ? `${(statSync(path).size / 1e6).toFixed(0)} MB` : "none";
}

/** @param {number} perMs */
function rate(perMs) {
  return `${((perMs * 1000) / 1e6).toFixed(2)} million a second`;
}
