/**
 * `npm run bench start`: how long a person waits before anything happens, against Node itself.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { Environment } from "../tools/synthetic-logs/environment.mjs";
import { Random } from "../tools/synthetic-logs/random.mjs";
import { exportLine } from "../tools/synthetic-logs/s3-export.mjs";
import { readArguments } from "./arguments.mjs";
import { machine } from "./measure/machine.mjs";
import { recordPart, resultTable, targetList } from "./measure/record.mjs";
import { median } from "./measure/rounds.mjs";
import { BENCH_FUNCTIONS } from "./set/functions.mjs";

const LAMBENT = fileURLToPath(new URL("../packages/lambent/bin/lambent.js", import.meta.url));
const SMALL_INVOCATIONS = 100;
/** Fewer say little where a run takes some hundredths of a second. */
const LEAST_RUNS = 30;
const WARM_UP_RUNS = 2;

const here = machine();
const options = readArguments(40);
const runs = Math.max(LEAST_RUNS, options.rounds);
const commands = [
  { name: "node -e 0", args: ["-e", "0"], means: "Node alone" },
  { name: "lambent --version", args: [LAMBENT, "--version"], means: "its version" },
  { name: "lambent --help", args: [LAMBENT, "--help"], means: "the list of commands" },
  {
    name: "lambent report, small file",
    args: [LAMBENT, "report", smallFile()],
    means: `the text report of ${SMALL_INVOCATIONS} invocations`,
  },
];

/** @type {number[][]} */
const wallMs = commands.map(() => []);
for (let round = -WARM_UP_RUNS; round < runs; round += 1) {
  for (let i = 0; i < commands.length; i += 1) {
    const nth = (i + round + WARM_UP_RUNS) % commands.length;
    const took = time(commands[nth]?.args ?? []);
    if (round >= 0) wallMs[nth]?.push(took);
  }
}
const results = commands.map(({ name }, nth) => {
  const walls = wallMs[nth] ?? [];
  return {
    name,
    wallMs: median(walls),
    fastestMs: Math.min(...walls),
    slowestMs: Math.max(...walls),
    cpuMs: null,
    maxRssMb: null,
  };
});
const means = Object.fromEntries(commands.map((one) => [one.name, one.means]));
const part = [
  "## Starting",
  "",
  `${here}. ${runs} runs of each, in turns.`,
  "",
  resultTable(results, { means }),
  "",
  targetList([
    { what: "`lambent --help` against `node -e 0`", value: ratio("lambent --help"), atMost: 1.5 },
    {
      what: "`lambent report` of a small file against `node -e 0`",
      value: ratio("lambent report, small file"),
      atMost: 3,
    },
  ]),
].join("\n");
console.log(part);
if (options.record) recordPart("start", part);

/** @param {string} name */
function ratio(name) {
  const one = results.find((result) => result.name === name);
  return (one?.wallMs ?? Number.NaN) / (results[0]?.wallMs ?? Number.NaN);
}

/** @param {readonly string[]} args */
function time(args) {
  const started = process.hrtime.bigint();
  const { status, stderr } = spawnSync(process.execPath, args, { encoding: "utf8" });
  const took = Number(process.hrtime.bigint() - started) / 1e6;
  if (status !== 0) throw new Error(`${args.join(" ")} failed:\n${stderr}`);
  return took;
}

function smallFile() {
  const spec = BENCH_FUNCTIONS[0];
  if (spec === undefined) throw new Error("there are no functions");
  const random = new Random("small file");
  /** @type {string[]} */
  const lines = [];
  const environment = new Environment(spec, random, Date.UTC(2026, 9, 5, 6), (atMs, message) => {
    lines.push(exportLine(atMs, message));
  });
  for (let i = 0; i < SMALL_INVOCATIONS; i += 1) {
    environment.invoke(random.uuid(), environment.freeAtMs + 20_000);
  }
  mkdirSync(options.folder, { recursive: true });
  const path = join(options.folder, "small.log");
  writeFileSync(path, lines.join(""));
  return path;
}
