/**
 * `npm run check [-- STEP…]`: the one gate. Runs every step (or those named), cheap ones first and
 * two at a time, shows what each took and the output of those that fail, and fails if any does.
 */
import { spawn } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** Where the test runner leaves its counts, for `.ci/run`. */
const TEST_RESULTS = ".cache/test-results.json";

/** Lines shown of a failing step; all of them where it is the only one. */
const LINES_SHOWN = 40;

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {string} proves
 * @property {readonly [script: string, ...args: string[]]} command run by Node, from the root
 * @property {string} [needs] a step without which this one would judge something stale
 * @property {boolean} [alone] uses every core and the terminal by itself
 */

/** @type {readonly Step[]} */
const STEPS = [
  {
    name: "format",
    proves: "layout of code and text",
    command: ["node_modules/oxfmt/bin/oxfmt", "--check"],
  },
  {
    name: "generated",
    proves: "registries and configuration follow from their sources",
    command: ["tools/generate.mjs", "--check"],
  },
  {
    name: "types",
    proves: "types of the package and its tests",
    command: ["node_modules/typescript/bin/tsc", "-p", "packages/lambent"],
  },
  {
    name: "types-tools",
    proves: "types of tools and tests of the whole",
    command: ["node_modules/typescript/bin/tsc", "-p", "."],
  },
  {
    name: "lint",
    proves: "lint, with types, and the direction of imports",
    command: ["node_modules/oxlint/bin/oxlint", "--type-aware", "--deny-warnings"],
  },
  {
    name: "unused",
    proves: "no dead file, export or dependency",
    command: ["node_modules/knip/bin/knip.js", "--no-progress"],
  },
  { name: "build", proves: "dist", command: ["tools/build.mjs"] },
  {
    name: "package",
    proves: "the package as npm would publish it",
    command: ["node_modules/publint/src/cli.js", "packages/lambent", "--strict"],
    needs: "build",
  },
  {
    name: "tests",
    proves: "everything else",
    command: [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--reporter=default",
      "--reporter=json",
      `--outputFile.json=${TEST_RESULTS}`,
    ],
    needs: "build",
    alone: true,
  },
];

/** @type {Map<string, boolean>} */
const results = new Map();
const started = performance.now();
const steps = chosenSteps();
await runTwoAtATime(steps.filter((step) => step.alone !== true));
for (const step of steps) if (step.alone === true) await runStep(step);

const failed = steps.filter((step) => results.get(step.name) !== true).map((step) => step.name);
const took = seconds(started);
if (failed.length === 0) console.log(`\nthe gate is open: ${steps.length} steps in ${took}`);
else {
  console.log(`\nthe gate is shut: ${failed.join(", ")} failed (${took})`);
  process.exitCode = 1;
}

/** @returns {readonly Step[]} */
function chosenSteps() {
  const named = process.argv.slice(2);
  const unknown = named.filter((name) => !STEPS.some((step) => step.name === name));
  if (unknown.length > 0) {
    const known = STEPS.map((step) => `  ${step.name.padEnd(12)} ${step.proves}`).join("\n");
    console.error(`no such step: ${unknown.join(", ")}. Steps:\n${known}`);
    process.exit(2);
  }
  return named.length === 0 ? STEPS : STEPS.filter((step) => named.includes(step.name));
}

/** @param {readonly Step[]} queued */
async function runTwoAtATime(queued) {
  /** @type {Map<string, Promise<void>>} */
  const running = new Map();
  for (const step of queued) {
    while (running.size >= 2) await Promise.race(running.values());
    const dependency = step.needs === undefined ? undefined : running.get(step.needs);
    await dependency;
    running.set(
      step.name,
      runStep(step).finally(() => running.delete(step.name)),
    );
  }
  await Promise.all(running.values());
}

/** @param {Step} step */
async function runStep(step) {
  if (step.needs !== undefined && results.get(step.needs) === false) {
    console.log(`- ${step.name.padEnd(12)} not run: ${step.needs} failed`);
    return;
  }
  const began = performance.now();
  const { ok, output } = await run(step);
  results.set(step.name, ok);
  console.log(`${ok ? "✓" : "✗"} ${step.name.padEnd(12)} ${seconds(began).padStart(7)}`);
  if (!ok && output !== "") console.log(shownPart(step, output.trimEnd().split("\n")));
}

/**
 * @param {Step} step
 * @returns {Promise<{ ok: boolean, output: string }>}
 */
function run(step) {
  const [script, ...args] = step.command;
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, script), ...args], {
      cwd: root,
      stdio: step.alone === true ? "inherit" : ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (/** @type {string} */ chunk) => (output += chunk));
    }
    child.on("error", reject);
    child.on("close", (code) => resolve({ ok: code === 0, output }));
  });
}

/**
 * @param {Step} step
 * @param {readonly string[]} lines
 */
function shownPart(step, lines) {
  const shown = steps.length === 1 ? lines : lines.slice(0, LINES_SHOWN);
  const more = lines.length - shown.length;
  const rest = more === 0 ? [] : [`… ${more} more lines: npm run check -- ${step.name}`];
  return [...shown, ...rest].map((line) => `    ${line}`).join("\n");
}

/** @param {number} since */
function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
