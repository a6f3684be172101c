import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

/** The command as npm installs it. */
export const TOOL: string = fileURLToPath(
  new URL("../../packages/lambent/bin/lambent.js", import.meta.url),
);

export interface ToolRun {
  /** Null where a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunOptions {
  readonly cwd?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** Standard input; none (closed at once) where left out. */
  readonly input?: string | Buffer;
}

/** Runs `lambent ARGS` in a process of its own, with nothing of this terminal's settings. */
export function lambent(args: readonly string[], options: RunOptions = {}): Promise<ToolRun> {
  return run(process.execPath, [TOOL, ...args], options);
}

/** Runs a shell script in which `lambent` is the tool. POSIX only. */
export function shell(script: string, options: RunOptions = {}): Promise<ToolRun> {
  return run(
    "sh",
    ["-c", `lambent() { '${process.execPath}' '${TOOL}' "$@"; }\n${script}`],
    options,
  );
}

/** A shell command that runs `lambent ARGS` on a terminal of its own (util-linux `script`). */
export function onTerminal(args: string): string {
  return `script -qec "'${process.execPath}' '${TOOL}' ${args}" /dev/null`;
}

function run(
  command: string,
  args: readonly string[],
  { cwd, env = {}, input = "" }: RunOptions,
): Promise<ToolRun> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env: { ...plainEnvironment(), ...env } });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => stderr.push(chunk));
    child.on("error", reject);
    child.on("close", (code, signal) =>
      resolve({
        code,
        signal,
        stdout: Buffer.concat(stdout).toString("utf8"),
        stderr: Buffer.concat(stderr).toString("utf8"),
      }),
    );
    // A command that fails early does not read its input to the end.
    child.stdin.on("error", () => undefined);
    child.stdin.end(input);
  });
}

/** What a process needs to start, and nothing that changes how it answers. */
function plainEnvironment(): NodeJS.ProcessEnv {
  const kept = ["PATH", "HOME", "SystemRoot", "TEMP", "TMP", "TMPDIR", "USERPROFILE"];
  return Object.fromEntries(kept.map((name) => [name, process.env[name]]));
}
