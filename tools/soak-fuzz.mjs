/**
 * `npm run soak`, or `node tools/soak-fuzz.mjs [LINES [SEED]]`: reads a million damaged, cut,
 * spliced and mixed lines in every form, and fails where reading throws, takes long, needs much
 * memory, gives a figure that cannot be, or loses a REPORT line without saying so. About half a minute.
 */
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { batches } from "./fuzz/batches.mjs";
import { builtReader } from "./fuzz/built-reader.mjs";
import { impossible, logObject } from "./fuzz/log-object.mjs";
import { Random } from "./synthetic-logs/random.mjs";

/** Outside measurements; they are no part of this repository, and it goes without them. */
const OUTSIDE = new URL("../../shared/data/logs/", import.meta.url);
const MOST_RSS_BYTES = 300 * 1_048_576;
/** Milliseconds for one batch; a long one may take as much a thousand lines. */
const LONGEST_MS = 3_000;
const ALL = { functionName: null, range: null };

const lines = Number(process.argv[2] ?? 1_000_000);
const seed = process.argv[3] ?? String(Date.now());
console.log(`fuzz: ${lines} lines, seed ${seed}`);
const failures = await fuzz(lines, seed);
for (const failure of failures.slice(0, 20)) console.error(`FAILED ${failure}`);
if (failures.length > 0) console.error(`again: node tools/soak-fuzz.mjs ${lines} ${seed}`);
process.exitCode = failures.length > 0 ? 1 : 0;

/**
 * @param {number} wanted
 * @param {string} seedText
 * @returns {Promise<string[]>}
 */
async function fuzz(wanted, seedText) {
  const { readObjectInvocations, SeenRecords } = await builtReader();
  const seen = SeenRecords.for(1_000_000);
  const total = { lines: 0, batches: 0, invocations: 0, duplicates: 0, malformed: 0, counted: 0 };
  let slowest = { name: "", ms: 0 };
  let mostRss = 0;
  /** @type {string[]} */
  const wrong = [];
  const started = performance.now();
  for (const batch of batches(new Random(seedText), outsideLines())) {
    const name = `batch ${total.batches} (${batch.name})`;
    const began = performance.now();
    try {
      const reading = await readObjectInvocations(
        logObject(name, batch.chunks),
        ALL,
        seen,
        (invocation) => {
          const what = impossible(invocation);
          if (what !== null) wrong.push(`${name}: ${what}`);
        },
      );
      const { invocations, duplicates, tally } = reading;
      const reports = batch.reports();
      const told = invocations + duplicates + tally.malformedReports;
      if (reports !== null && (told < reports.first || told > reports.anywhere))
        wrong.push(
          `${name}: ${reports.first} to ${reports.anywhere} REPORT lines, but ${told} were told of`,
        );
      total.counted += reports?.first ?? 0;
      total.invocations += invocations;
      total.duplicates += duplicates;
      total.malformed += tally.malformedReports;
    } catch (error) {
      wrong.push(
        `${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`,
      );
    }
    const ms = performance.now() - began;
    if (ms > LONGEST_MS * Math.max(1, batch.lines / 1_000))
      wrong.push(`${name}: took ${Math.round(ms)} ms`);
    if (ms / batch.lines > slowest.ms) slowest = { name, ms: ms / batch.lines };
    mostRss = Math.max(mostRss, process.memoryUsage.rss());
    total.lines += batch.lines;
    total.batches += 1;
    if (total.lines >= wanted) break;
  }
  if (mostRss > MOST_RSS_BYTES) wrong.push(`resident memory reached ${megabytes(mostRss)}`);
  // Should the generator break, this must not pass for want of something to read.
  if (total.invocations < wanted / 100)
    wrong.push(`only ${total.invocations} invocations were read`);
  const seconds = (performance.now() - started) / 1_000;
  console.log(
    `${total.lines} lines in ${total.batches} logs: ${total.invocations} invocations, ` +
      `${total.duplicates} duplicates, ${total.malformed} malformed; ` +
      `${total.counted} REPORT lines were counted beforehand\n` +
      `${seconds.toFixed(0)} s with making them; slowest: ${slowest.ms.toFixed(2)} ms a line in ` +
      `${slowest.name}; resident memory at most ${megabytes(mostRss)}; ${wrong.length} failures`,
  );
  return wrong;
}

/** @param {number} bytes */
function megabytes(bytes) {
  return `${Math.round(bytes / 1_048_576)} MB`;
}

function outsideLines() {
  if (!existsSync(OUTSIDE)) {
    console.log("outside data is absent: generated lines only");
    return [];
  }
  return readdirSync(OUTSIDE).flatMap((name) =>
    readFileSync(new URL(name, OUTSIDE), "utf8").split("\n"),
  );
}
