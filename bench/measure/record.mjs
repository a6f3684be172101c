import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** @typedef {import("./rounds.mjs").Result} Result */

const path = fileURLToPath(new URL("../RESULTS.md", import.meta.url));

const HEAD = `# Results of the benchmarks

Written by \`npm run bench\`; do not edit. Each part was measured in one run: contenders take turns, and each figure is the median of the rounds. Compare within a part, not between parts or machines: the ratios are the result. Speed is no test; a target that is missed is said here.
`;

/** Parts in the order in which they stand in the file. */
const PARTS = ["read", "ingest", "start"];

/**
 * Puts one part into RESULTS.md in place of the former one.
 * @param {"read" | "ingest" | "start"} part
 * @param {string} text Markdown
 */
export function recordPart(part, text) {
  const former = existsSync(path) ? readFileSync(path, "utf8") : "";
  const parts = PARTS.map((name) => {
    const body = name === part ? text.trim() : formerPart(former, name);
    return body === null ? "" : `\n<!-- ${name} -->\n${body}\n<!-- end of ${name} -->\n`;
  });
  writeFileSync(path, HEAD + parts.join(""));
}

/**
 * @param {string} text
 * @param {string} name
 */
function formerPart(text, name) {
  const start = text.indexOf(`<!-- ${name} -->\n`);
  const end = text.indexOf(`\n<!-- end of ${name} -->`);
  return start < 0 || end < 0 ? null : text.slice(start + `<!-- ${name} -->\n`.length, end);
}

/**
 * A Markdown table of results, with each one's ratio to the first.
 * @param {readonly Result[]} results
 * @param {{ bytes?: number, means: Readonly<Record<string, string>> }} context text read, in bytes;
 * and what each line is
 */
export function resultTable(results, { bytes, means }) {
  const first = results[0];
  if (first === undefined) throw new Error("there are no results");
  /** @type {readonly [head: string, cell: (one: Result) => string | null][]} */
  const columns = [
    ["", (one) => one.name],
    ["wall", (one) => seconds(one.wallMs)],
    ["range", (one) => `${seconds(one.fastestMs)} to ${seconds(one.slowestMs)}`],
    ["against the first", (one) => `${(one.wallMs / first.wallMs).toFixed(2)}×`],
    [
      "text",
      (one) => (bytes === undefined ? null : `${((bytes / one.wallMs) * 1e-6).toFixed(2)} GB/s`),
    ],
    ["CPU", (one) => (one.cpuMs === null ? null : seconds(one.cpuMs))],
    ["memory at most", (one) => (one.maxRssMb === null ? null : `${one.maxRssMb.toFixed(0)} MB`)],
    ["what it does", (one) => means[one.name] ?? null],
  ];
  const filled = columns.filter(([, cell]) => results.some((one) => cell(one) !== null));
  const rows = [
    filled.map(([head]) => head),
    filled.map(() => "---"),
    ...results.map((one) => filled.map(([, cell]) => cell(one) ?? "–")),
  ];
  return rows.map((row) => `| ${row.join(" | ")} |`).join("\n");
}

/**
 * @typedef {object} Target
 * @property {string} what
 * @property {number} value
 * @property {number} atMost
 * @property {string} [unit] `×` unless said
 */

/** @param {readonly Target[]} targets */
export function targetList(targets) {
  return targets
    .map(({ what, value, atMost, unit = "×" }) => {
      const word = value <= atMost ? "met" : "**missed**";
      return `- ${word}: ${what}: ${shown(value)}${unit}, target at most ${shown(atMost)}${unit}`;
    })
    .join("\n");
}

/** @param {number} value */
function shown(value) {
  return value >= 10 ? value.toFixed(0) : value.toFixed(2);
}

/** @param {number} ms */
function seconds(ms) {
  return ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(2)} s`;
}
