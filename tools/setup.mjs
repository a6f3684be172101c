/**
 * What a fresh clone needs before anything else can run. Only Node's own modules may be imported
 * here: nothing is installed yet.
 */
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/**
 * Whether `version` (as `process.versions.node` gives it) satisfies `^20.19.0 || >=22.12.0`,
 * the `engines` of package.json.
 * @param {string} version
 * @returns {boolean}
 */
export function isSupportedNode(version) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return (major === 20 && minor >= 19) || (major === 22 && minor >= 12) || major > 22;
}

/**
 * @typedef {{ version?: string, integrity?: string, link?: boolean, optional?: boolean, dev?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock
 */

/**
 * The first package whose installed version is not the locked one, or null where all agree.
 * `installed` is npm's own record, `node_modules/.package-lock.json`. Optional packages may be
 * absent: npm leaves out those made for other machines.
 * @param {Lock} locked
 * @param {Lock} installed
 * @returns {string | null}
 */
export function firstDifference(locked, installed) {
  const present = installed.packages ?? {};
  for (const [path, wanted] of Object.entries(locked.packages ?? {})) {
    if (!path.includes("node_modules/")) continue;
    const found = present[path];
    if (found === undefined) {
      if (wanted.optional === true) continue;
      return path;
    }
    if (found.version !== wanted.version || found.integrity !== wanted.integrity) return path;
  }
  return null;
}

/**
 * Checks Node's version and installs what package-lock.json names, where it is not there yet.
 * Ends the process with a message where that cannot work.
 */
export function setUp() {
  if (!isSupportedNode(process.versions.node)) {
    fail(
      `Lambent needs Node 20.19 or newer (20.x), or 22.12 or newer. This is ${process.versions.node}.`,
      "Install a current Node from https://nodejs.org and run the command again.",
    );
  }
  const reason = whyInstall();
  if (reason === null) return;
  console.error(`Installing dependencies: ${reason}.`);
  const npm = npmCommand();
  const result = spawnSync(npm.command, [...npm.args, "ci", "--no-audit", "--no-fund"], {
    cwd: root,
    // stdout belongs to the answer of the command that called us.
    stdio: ["ignore", 2, 2],
    // The caller builds; doing it twice only costs time.
    env: { ...process.env, LAMBENT_SKIP_PREPARE: "1" },
    shell: npm.shell,
  });
  if (result.error !== undefined || result.status !== 0) {
    fail(
      `npm ci failed${result.error === undefined ? "" : ` (${result.error.message})`}.`,
      "Check the network and npm's message above, then run the command again.",
    );
  }
}

/** @returns {string | null} */
function whyInstall() {
  const record = join(root, "node_modules/.package-lock.json");
  if (!existsSync(record)) return "there is no node_modules yet";
  const different = firstDifference(readLock(join(root, "package-lock.json")), readLock(record));
  if (different === null) return null;
  return `${different} is not as package-lock.json says`;
}

/**
 * @param {string} path
 * @returns {Lock}
 */
function readLock(path) {
  return /** @type {Lock} */ (JSON.parse(readFileSync(path, "utf8")));
}

/**
 * The npm that runs us where there is one, so that no other version on PATH rewrites the tree.
 * @returns {{ command: string, args: string[], shell: boolean }}
 */
function npmCommand() {
  const running = process.env["npm_execpath"];
  if (running !== undefined && /npm-cli\.c?js$/.test(running)) {
    return { command: process.execPath, args: [running], shell: false };
  }
  // On Windows npm is npm.cmd, which only a shell can start.
  return { command: "npm", args: [], shell: process.platform === "win32" };
}

/**
 * @param {string} what
 * @param {string} nextStep
 * @returns {never}
 */
function fail(what, nextStep) {
  console.error(`${what}\n${nextStep}`);
  process.exit(4);
}
