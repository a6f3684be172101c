import { Problem } from "../../model/problem.ts";

/** The file exists and is no store of ours. */
export function foreignFile(path: string, what: string): Problem {
  return new Problem({
    code: "LAMBENT_STORE_FOREIGN",
    kind: "usage",
    message: `${path} is not a Lambent store: ${what}`,
    nextStep: "Give another path with --store, or move that file away.",
  });
}

export function storeNotFound(path: string): Problem {
  return new Problem({
    code: "LAMBENT_STORE_NOT_FOUND",
    kind: "usage",
    message: `There is no store at ${path}`,
    nextStep:
      "Fill one with `lambent ingest PATH --store FILE`, or give the path of an existing one.",
  });
}

export function storeInUse(path: string, cause?: unknown): Problem {
  return new Problem({
    code: "LAMBENT_STORE_IN_USE",
    kind: "environment",
    message: `The store ${path} is in use by another process${holderOf(cause)}`,
    nextStep: "Wait until it has ended, or stop it, and run the command again.",
    cause,
  });
}

export function oldSchema(path: string, found: number, needed: number): Problem {
  return new Problem({
    code: "LAMBENT_STORE_OLD_SCHEMA",
    kind: "environment",
    message: `The store ${path} has tables of version ${found}; this Lambent needs ${needed} and cannot convert them`,
    nextStep: "Ingest the logs into a new store, or use the Lambent that wrote this one.",
  });
}

export function newerSchema(path: string, found: string, cause?: unknown): Problem {
  return new Problem({
    code: "LAMBENT_STORE_NEWER_SCHEMA",
    kind: "environment",
    message: `The store ${path} was written by a newer Lambent (${found})`,
    nextStep: "Update Lambent, or use another store.",
    cause,
  });
}

export function storeNotWritable(path: string, cause?: unknown): Problem {
  return new Problem({
    code: "LAMBENT_STORE_NOT_WRITABLE",
    kind: "environment",
    message: `The store ${path} cannot be written`,
    nextStep: "Check the folder and the permissions, or give another path with --store.",
    cause,
  });
}

function diskFull(path: string, cause: unknown): Problem {
  return new Problem({
    code: "LAMBENT_STORE_DISK_FULL",
    kind: "environment",
    message: `There is no room on the disk for the store ${path}`,
    nextStep:
      "Make room and run the same command again: it goes on where it stopped, and nothing is counted twice.",
    cause,
  });
}

/** DuckDB names the holder of the lock: `Conflicting lock is held in /usr/bin/node (PID 42)`. */
function holderOf(cause: unknown): string {
  const found = /\(PID (\d+)\)/.exec(messageOf(cause));
  return found === null ? "" : ` (process ${found[1]})`;
}

function messageOf(error: unknown): string {
  if (error instanceof Error) return error.message;
  return typeof error === "string" ? error : "";
}

/** What DuckDB says, as the problem a person can act on; any other error is given back as it is. */
export function problemFrom(error: unknown, path: string): unknown {
  if (error instanceof Problem) return error;
  const text = messageOf(error);
  if (/Could not set lock on file|being used by another process/i.test(text)) {
    return storeInUse(path, error);
  }
  if (/No space left on device|ENOSPC|not enough space|File too large|disk is full/i.test(text)) {
    return diskFull(path, error);
  }
  if (/not a valid DuckDB database file|corrupt/i.test(text)) {
    return foreignFile(path, "its content is not that of a database, or it is damaged");
  }
  if (/trying to read a database file with version number/i.test(text)) {
    return newerSchema(path, "in a file format that this one cannot read", error);
  }
  if (
    /Permission denied|Read-only file system|read-only mode|Cannot open file|EACCES|EROFS/i.test(
      text,
    )
  ) {
    return storeNotWritable(path, error);
  }
  return error;
}
