import { run } from "./run.mjs";

/**
 * @typedef {import("./run.mjs").Command} Command
 * @typedef {import("./run.mjs").Measured} Measured
 *
 * @typedef {object} Contender
 * @property {string} name
 * @property {Command} command
 * @property {(stdout: string) => void} [check] throws where the answer is wrong
 * @property {() => void} [before] each run, not measured
 *
 * Medians over the rounds.
 * @typedef {object} Result
 * @property {string} name
 * @property {number} wallMs
 * @property {number} fastestMs
 * @property {number} slowestMs
 * @property {number | null} cpuMs
 * @property {number | null} maxRssMb the largest, not the median
 */

/**
 * Runs every contender once a round, each round beginning with another one, so that what else the
 * machine does falls on all alike.
 * @param {readonly Contender[]} contenders
 * @param {number} rounds
 * @returns {Promise<Result[]>}
 */
export async function inRounds(contenders, rounds) {
  /** @type {Measured[][]} */
  const measured = contenders.map(() => []);
  for (let round = 0; round < rounds; round += 1) {
    for (let i = 0; i < contenders.length; i += 1) {
      const nth = (i + round) % contenders.length;
      const contender = contenders[nth];
      if (contender === undefined) continue;
      process.stderr.write(`\rround ${round + 1} of ${rounds}: ${contender.name.padEnd(40)}`);
      contender.before?.();
      const one = await run(contender.command);
      contender.check?.(one.stdout);
      measured[nth]?.push({ ...one, stdout: "" });
    }
  }
  process.stderr.write("\n");
  return contenders.map((contender, nth) => resultOf(contender.name, measured[nth] ?? []));
}

/**
 * @param {string} name
 * @param {readonly Measured[]} runs
 * @returns {Result}
 */
function resultOf(name, runs) {
  const walls = runs.map((one) => one.wallMs);
  const cpus = runs.flatMap((one) => (one.cpuMs === null ? [] : [one.cpuMs]));
  const sizes = runs.flatMap((one) => (one.maxRssMb === null ? [] : [one.maxRssMb]));
  return {
    name,
    wallMs: median(walls),
    fastestMs: Math.min(...walls),
    slowestMs: Math.max(...walls),
    cpuMs: cpus.length === 0 ? null : median(cpus),
    maxRssMb: sizes.length === 0 ? null : Math.max(...sizes),
  };
}

/** @param {readonly number[]} values at least one */
export function median(values) {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
