import { parseArgs } from "node:util";
import { FULL_SIZE_GB, defaultFolder } from "./set/log-set.mjs";

/**
 * Options that all benchmarks share.
 * @typedef {object} BenchArguments
 * @property {number} sizeGb text to read, in GB (10⁹ bytes)
 * @property {string} folder where logs and copies are kept
 * @property {number} rounds how often each contender runs
 * @property {boolean} record whether RESULTS.md is written
 */

/**
 * @param {number} [defaultRounds]
 * @returns {BenchArguments}
 */
export function readArguments(defaultRounds = 3) {
  const { values } = parseArgs({
    options: {
      size: { type: "string" },
      dir: { type: "string" },
      rounds: { type: "string" },
      "no-record": { type: "boolean", default: false },
    },
    allowPositionals: true,
  });
  const sizeGb = Number(values.size ?? FULL_SIZE_GB);
  const rounds = Number(values.rounds ?? defaultRounds);
  if (!(sizeGb > 0) || !(rounds >= 1)) {
    console.error(
      "usage: npm run bench [read|ingest|start] -- [--size GB] [--dir FOLDER] [--rounds N] [--no-record]",
    );
    process.exit(2);
  }
  return { sizeGb, folder: values.dir ?? defaultFolder(), rounds, record: !values["no-record"] };
}
