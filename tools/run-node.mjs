import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Runs a Node script of this repository from its root, sharing the terminal.
 * @param {string} script path relative to the root
 * @param {readonly string[]} args
 * @returns {number} its exit code; 1 where a signal ended it
 */
export function runNode(script, args) {
  const result = spawnSync(process.execPath, [script, ...args], { cwd: root, stdio: "inherit" });
  if (result.error !== undefined) throw result.error;
  return result.status ?? 1;
}
