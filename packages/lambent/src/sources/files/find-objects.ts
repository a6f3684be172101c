import { readdir, realpath, stat } from "node:fs/promises";
import type { BigIntStats } from "node:fs";
import { isAbsolute, join } from "node:path";
import { glob, isDynamicPattern } from "tinyglobby";
import { Problem } from "../../model/problem.ts";
import type { LogObject } from "../source.ts";
import { fileObject } from "./file-object.ts";
import { nearMatches } from "./near-matches.ts";
import { errorCode, reason } from "./reason.ts";
import { standardInput } from "./standard-input.ts";

/** A path that was found but cannot be read, and why. */
export interface UnreadablePath {
  readonly name: string;
  readonly problem: string;
}

export interface FoundObjects {
  /** In the order of the paths given; inside a folder by name. The same file is there once. */
  readonly objects: readonly LogObject[];
  readonly unreadable: readonly UnreadablePath[];
}

/** Object that CloudWatch Logs writes to an export's bucket to see whether it may; it holds no logs. */
const EXPORT_TEST_OBJECT = "aws-logs-write-test";

/**
 * Finds what paths stand for: files, folders (with all folders below), globs, `-` for standard input.
 * Hidden files are read only where they are named. Links to files are followed; links to folders
 * only where they are named, so no link can lead in circles or out of the folder.
 *
 * @throws Problem LAMBENT_PATH_NOT_FOUND where a path or a glob stands for nothing.
 */
export async function findObjects(
  paths: readonly string[],
  input: AsyncIterable<Buffer | string> = process.stdin,
): Promise<FoundObjects> {
  const search = new Search();
  for (const path of paths) {
    if (path === "-") search.add("-", standardInput(input));
    else await search.named(path);
  }
  return search;
}

class Search implements FoundObjects {
  readonly objects: LogObject[] = [];
  readonly unreadable: UnreadablePath[] = [];
  readonly #seen = new Set<string>();

  add(identity: string, object: LogObject): void {
    if (this.#seen.has(identity)) return;
    this.#seen.add(identity);
    this.objects.push(object);
  }

  async named(path: string): Promise<void> {
    // A name is taken as it stands first: the streams of Lambda have brackets in their names.
    if (await this.#path(path)) return;
    if (isDynamicPattern(path)) {
      const matches = await glob(path, {
        onlyFiles: false,
        expandDirectories: false,
        followSymbolicLinks: false,
        absolute: isAbsolute(path),
      });
      for (const match of matches.sort(byName)) await this.#path(match.replace(/(?<=.)\/$/, ""));
      if (matches.length > 0) return;
    }
    throw await notFound(path);
  }

  /** False where there is nothing at this path. */
  async #path(path: string): Promise<boolean> {
    let stats: BigIntStats;
    try {
      stats = await stat(path, { bigint: true });
    } catch (error) {
      const code = errorCode(error);
      if (code === "ENOENT" || code === "ENOTDIR" || code === "ENAMETOOLONG") return false;
      this.unreadable.push({ name: path, problem: reason(error) });
      return true;
    }
    if (stats.isDirectory()) await this.#folder(path);
    else await this.#file(path, stats);
    return true;
  }

  async #folder(folder: string): Promise<void> {
    let entries;
    try {
      entries = await readdir(folder, { withFileTypes: true });
    } catch (error) {
      this.unreadable.push({ name: folder, problem: reason(error) });
      return;
    }
    entries.sort((a, b) => byName(a.name, b.name));
    for (const entry of entries) {
      if (entry.name.startsWith(".") || entry.name === EXPORT_TEST_OBJECT) continue;
      const path = join(folder, entry.name);
      if (entry.isDirectory()) await this.#folder(path);
      else if (entry.isFile() || entry.isSymbolicLink()) await this.#entry(path);
    }
  }

  async #entry(path: string): Promise<void> {
    try {
      const stats = await stat(path, { bigint: true });
      if (stats.isFile()) await this.#file(path, stats);
    } catch (error) {
      this.unreadable.push({
        name: path,
        problem: errorCode(error) === "ENOENT" ? "The link leads to nothing." : reason(error),
      });
    }
  }

  async #file(path: string, stats: BigIntStats): Promise<void> {
    const identity = stats.isFile() ? await realpath(path).catch(() => path) : path;
    this.add(identity, fileObject(path, stats));
  }
}

/** By code units, so that the order is the same on every machine. */
function byName(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

async function notFound(path: string): Promise<Problem> {
  const near = await nearMatches(path);
  return new Problem({
    code: "LAMBENT_PATH_NOT_FOUND",
    kind: "bad-input",
    message: `There is no file, folder or match for ${path}.`,
    nextStep:
      near.length > 0
        ? `Check the path. Near it: ${near.join(", ")}.`
        : "Check the path; a glob must be in quotes so that the shell leaves it alone.",
  });
}
