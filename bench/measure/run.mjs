import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * What one run took.
 * @typedef {object} Measured
 * @property {number} wallMs
 * @property {number | null} cpuMs user and system, all threads and children
 * @property {number | null} maxRssMb of a Node process; null for other programs
 * @property {string} stdout
 *
 * A program to run.
 * @typedef {object} Command
 * @property {"node" | "shell"} kind a Node script with its arguments, or a line of sh with `"$@"`
 * @property {string} run
 * @property {readonly string[]} args
 * @property {Readonly<Record<string, string>>} [env]
 */

const HOOK = new URL("usage-at-exit.mjs", import.meta.url).href;

/**
 * Runs a command to its end.
 * @param {Command} command
 * @returns {Promise<Measured>}
 */
export async function run(command) {
  const folder = mkdtempSync(join(tmpdir(), "lambent-bench-run-"));
  const usagePath = join(folder, "usage.json");
  const [program, args] =
    command.kind === "node"
      ? [process.execPath, ["--import", HOOK, command.run, ...command.args]]
      : ["sh", ["-c", `${command.run}; times >&3`, "sh", ...command.args]];
  try {
    const { wallMs, stdout, times } = await runProgram(program, args, {
      ...process.env,
      ...command.env,
      LC_ALL: "C",
      LAMBENT_BENCH_USAGE: usagePath,
    });
    if (command.kind === "shell") {
      return { wallMs, cpuMs: childrenCpuMs(times), maxRssMb: null, stdout };
    }
    const usage = /** @type {{ cpuMs: number, maxRssMb: number }} */ (
      JSON.parse(readFileSync(usagePath, "utf8"))
    );
    return { wallMs, ...usage, stdout };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/**
 * @param {string} program
 * @param {string[]} args
 * @param {NodeJS.ProcessEnv} env
 * @returns {Promise<{ wallMs: number, stdout: string, times: string }>}
 */
function runProgram(program, args, env) {
  return new Promise((resolve, reject) => {
    const started = process.hrtime.bigint();
    const child = spawn(program, args, { env, stdio: ["ignore", "pipe", "pipe", "pipe"] });
    /** @type {Buffer[][]} */
    const outputs = [[], [], [], []];
    for (const fd of [1, 2, 3]) {
      child.stdio[fd]?.on("data", (/** @type {Buffer} */ chunk) => outputs[fd]?.push(chunk));
    }
    let wallMs = 0;
    child.on("exit", () => {
      wallMs = Number(process.hrtime.bigint() - started) / 1e6;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      const text = (/** @type {number} */ fd) => Buffer.concat(outputs[fd] ?? []).toString();
      if (code === 0) resolve({ wallMs, stdout: text(1), times: text(3) });
      else
        reject(new Error(`${program} ${args.slice(0, 4).join(" ")} failed (${code}):\n${text(2)}`));
    });
  });
}

/**
 * The second line of sh's `times`: user and system time of its children, as `1m2.34s`.
 * @param {string} times
 */
function childrenCpuMs(times) {
  const fields =
    times
      .trim()
      .split("\n")[1]
      ?.match(/(\d+)m([\d.]+)s/g) ?? [];
  if (fields.length === 0) return null;
  return fields.reduce((sum, field) => {
    const [minutes = "0", seconds = "0"] = field.replace("s", "").split("m");
    return sum + (Number(minutes) * 60 + Number(seconds)) * 1000;
  }, 0);
}
