import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const manifest = fileURLToPath(new URL("package.json", import.meta.url));

/**
 * Installs the peers below `root`, outside of the repository, so that nothing of it leaks into the
 * project's own dependencies.
 * @param {string} root
 * @returns {string} folder whose node_modules holds them
 */
export function installPeers(root) {
  const folder = join(root, "peers");
  const wanted = readFileSync(manifest, "utf8");
  const installed = join(folder, "package.json");
  const isThere = existsSync(installed) && readFileSync(installed, "utf8") === wanted;
  if (isThere && existsSync(join(folder, "node_modules/chdb/package.json"))) return folder;
  mkdirSync(folder, { recursive: true });
  cpSync(manifest, installed);
  console.error("installing what to compare with (DuckDB, chDB)");
  const args = ["install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"];
  const result = spawnSync("npm", args, {
    cwd: folder,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32",
  });
  if (result.status !== 0) throw new Error("npm could not install the peers");
  return folder;
}

/**
 * Loads a peer from the folder in `LAMBENT_BENCH_PEERS`.
 * @param {string} name
 * @returns {unknown}
 */
export function loadPeer(name) {
  const folder = process.env["LAMBENT_BENCH_PEERS"];
  if (folder === undefined) throw new Error("LAMBENT_BENCH_PEERS is not set");
  return createRequire(join(folder, "package.json"))(name);
}
