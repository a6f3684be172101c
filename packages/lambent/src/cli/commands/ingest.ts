import { InvalidArgumentError } from "commander";
import type { Command } from "commander";
import { parseFunction } from "../function-option.ts";
import type { NamedFunction } from "../function-option.ts";
import { writeAnswer } from "../output.ts";
import { ProgressLine } from "../progress-line.ts";
import { needPaths } from "../read-options.ts";

interface Options {
  readonly store: string;
  readonly logEvents: boolean;
  readonly function?: NamedFunction;
  readonly keep?: number;
  readonly commitRows?: number;
  readonly format: "text" | "json";
}

const EXAMPLES = `
Examples:
  lambent ingest ./logs
  lambent ingest ./logs --store orders.duckdb --keep 30d
  lambent report --store orders.duckdb

Run it again whenever there are more logs: what is stored is not read again, a file that changed
takes the place of what was read of it before, and what stands in two files counts once. It may be
interrupted at any time; the same command goes on where it stopped.`;

/** Exit code of a command that Ctrl-C ended (128 + SIGINT), as shells know it. */
const INTERRUPTED = 130;

export function register(program: Command): void {
  program
    .command("ingest [paths...]")
    .description("Logs → a store: safe to interrupt, safe to repeat")
    .option("--store <file>", "the store; made where there is none", "lambent.duckdb")
    .option("--no-log-events", "store the invocations only, not the log lines")
    .option(
      "--function <name>",
      "the function these logs are of, where they do not say it: a name, an ARN or a log group",
      parseFunction,
    )
    .option("--keep <time>", "delete rows older than this, such as 30d or 12h", parseSpan)
    .option(
      "--commit-rows <count>",
      "rows after which what was read is made durable; fewer is slower (default: 2 million)",
      parseCount,
    )
    .addOption(
      program
        .createOption("-f, --format <format>", "form of the answer")
        .choices(["text", "json"])
        .default("text"),
    )
    .addHelpText("after", EXAMPLES)
    .action(async (paths: string[], options: Options) => {
      needPaths(paths, "ingest");
      const stop = new AbortController();
      const onSignal = (): void => {
        // A second signal ends the process at once; nothing is lost by that either.
        process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
        process.stderr.write("\nStopping: what has been read is being written.\n");
        stop.abort();
      };
      process.on("SIGINT", onSignal).on("SIGTERM", onSignal);
      const { ingest } = await import("../../app/ingest.ts");
      const progress = new ProgressLine("storing");
      try {
        const result = await ingest(paths, {
          store: options.store,
          logEvents: options.logEvents,
          functionName: options.function?.name ?? null,
          keepMs: options.keep ?? null,
          commitRows: options.commitRows,
          nowMs: Date.now(),
          progress: (done, total) => progress.update(done, total),
          signal: stop.signal,
        });
        progress.end();
        const { ingestText } = await import("../../app/ingest-text.ts");
        const text =
          options.format === "json" ? `${JSON.stringify(result, null, 2)}\n` : ingestText(result);
        await writeAnswer(text, null);
        if (result.interrupted) process.exitCode = INTERRUPTED;
      } finally {
        progress.end();
        process.off("SIGINT", onSignal).off("SIGTERM", onSignal);
      }
    });
}

const SPAN_MS: Readonly<Record<string, number>> = {
  h: 3_600_000,
  d: 86_400_000,
  w: 604_800_000,
};

function parseCount(text: string): number {
  const count = Number(text);
  if (!(Number.isSafeInteger(count) && count > 0)) {
    throw new InvalidArgumentError("not a whole number above 0");
  }
  return count;
}

function parseSpan(text: string): number {
  const found = /^(\d+)([hdw])$/.exec(text);
  const ms = found === null ? 0 : Number(found[1]) * (SPAN_MS[found[2] as string] ?? 0);
  if (!(ms > 0)) throw new InvalidArgumentError("not a span of time: use 12h, 30d or 8w");
  return ms;
}
