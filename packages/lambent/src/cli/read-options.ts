import type { Command } from "commander";
import type { Architecture } from "../model/architecture.ts";
import { Problem } from "../model/problem.ts";
import type { TimeRange } from "../model/time-range.ts";
import { printable } from "../render/format/printable.ts";
import { parseFunction } from "./function-option.ts";
import type { NamedFunction } from "./function-option.ts";
import { parseTime } from "./time-option.ts";

/** Prices of this region are used where neither the logs nor a person names one. */
const USUAL_REGION = "us-east-1";

/** Options of every command that reads logs. */
export interface ReadOptions {
  readonly function?: NamedFunction;
  readonly only?: readonly string[];
  readonly since?: number;
  readonly until?: number;
  readonly region?: string;
  readonly architecture: Architecture;
}

/** Adds the options by which logs are chosen and priced. */
export function addReadOptions(command: Command): Command {
  const nowMs = Date.now();
  return command
    .option(
      "--function <name>",
      "the function these logs are of, where they do not say it: a name, an ARN or a log group",
      parseFunction,
    )
    .option(
      "--only <name>",
      "only invocations of this function; may be given several times",
      (text: string, before: readonly string[] | undefined) => [
        ...(before ?? []),
        parseFunction(text).name,
      ],
    )
    .option(
      "--since <time>",
      "only invocations that ended then or later: 2026-01-31, 2026-01-31T12:00Z, or 7d for 7 days ago",
      (text: string) => parseTime(text, false, nowMs),
    )
    .option(
      "--until <time>",
      "only invocations that ended then or earlier; a day is taken to its end",
      (text: string) => parseTime(text, true, nowMs),
    )
    .option(
      "--region <region>",
      `price region where the logs do not name one (default: that of the ARN, else ${USUAL_REGION})`,
      (text: string) => text.trim().toLowerCase(),
    )
    .addOption(
      command
        .createOption("--architecture <name>", "price of this where the logs do not name one")
        .choices(["x86_64", "arm64"])
        .default("x86_64"),
    );
}

/** Where the logs do not say it. */
export function readRegion(options: Pick<ReadOptions, "region" | "function">): string {
  return options.region ?? options.function?.region ?? USUAL_REGION;
}

/** Said where `--function` named nothing, for whoever meant `--only`; null where it did. */
export function idleNameNote({ function: given }: Pick<ReadOptions, "function">): string | null {
  if (given === undefined) return null;
  return `note: --function ${printable(given.name)} named nothing: the logs name every function. To choose one: --only NAME`;
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
  if (paths.includes("-") && process.stdin.isTTY) {
    process.stderr.write("Reading what you type or paste here. Ctrl-D on a new line ends it.\n");
  }
  if (paths.length > 0) return;
  throw new Problem({
    code: "LAMBENT_USAGE",
    kind: "usage",
    message: `lambent ${verb} needs something to read`,
    nextStep: `Name files or folders of logs, or - for standard input: lambent ${verb} ./logs`,
  });
}
