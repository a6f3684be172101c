import { InvalidArgumentError } from "commander";
import type { Command } from "commander";
import type { Architecture } from "../model/architecture.ts";
import { Problem } from "../model/problem.ts";
import type { TimeRange } from "../model/time-range.ts";

/** Options of every command that reads logs. */
export interface ReadOptions {
  readonly function?: string;
  readonly since?: number;
  readonly until?: number;
  readonly region: string;
  readonly architecture: Architecture;
}

/** Adds the options by which logs are chosen and priced. */
export function addReadOptions(command: Command): Command {
  return command
    .option("--function <name>", "the function these logs are of, where they do not say it")
    .option(
      "--since <time>",
      "only invocations that ended at or after this time (ISO 8601)",
      parseTime,
    )
    .option(
      "--until <time>",
      "only invocations that ended at or before this time (ISO 8601)",
      parseTime,
    )
    .option("--region <region>", "price region where the logs do not name one", "us-east-1")
    .addOption(
      command
        .createOption("--architecture <name>", "price of this architecture")
        .choices(["x86_64", "arm64"])
        .default("x86_64"),
    );
}

/** The period asked for; null: all. */
export function readRange(options: Pick<ReadOptions, "since" | "until">): TimeRange | null {
  const { since, until } = options;
  if (since === undefined && until === undefined) return null;
  const range = { startMs: since ?? -8.64e15, endMs: until ?? 8.64e15 };
  if (range.startMs <= range.endMs) return range;
  throw new Problem({
    code: "LAMBENT_USAGE",
    kind: "usage",
    message: "--since is later than --until",
    nextStep: "Swap the two times.",
  });
}

/** Paths are needed where nothing else says what to read. */
export function needPaths(paths: readonly string[], verb: string): void {
  if (paths.length > 0) return;
  throw new Problem({
    code: "LAMBENT_USAGE",
    kind: "usage",
    message: `lambent ${verb} needs something to read`,
    nextStep: `Name files or folders of logs, or - for standard input: lambent ${verb} ./logs`,
  });
}

function parseTime(text: string): number {
  // A date alone, or a time without a zone, is UTC, as CloudWatch's own.
  const zoned = /(?:Z|[+-]\d{2}:?\d{2})$/.test(text) || /^\d{4}-\d{2}-\d{2}$/.test(text);
  const epochMs = Date.parse(zoned ? text : `${text}Z`);
  if (Number.isNaN(epochMs))
    throw new InvalidArgumentError("not a time: use 2026-01-31 or 2026-01-31T12:00:00Z");
  return epochMs;
}
