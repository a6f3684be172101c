import { finished } from "node:stream/promises";
import type { Command } from "commander";
import { printable } from "../../render/format/printable.ts";
import { fileStream } from "../file-stream.ts";
import { needPlaceFor } from "../output.ts";
import { ProgressLine } from "../progress-line.ts";
import { emptyNote, needSomethingRead } from "../reading-notes.ts";
import { addReadOptions, needPaths, readRange, readRegion } from "../read-options.ts";
import type { ReadOptions } from "../read-options.ts";

interface Options extends ReadOptions {
  readonly format: "jsonl" | "json" | "csv";
  readonly output?: string;
}

const EXAMPLES = `
Examples:
  lambent invocations ./logs > invocations.jsonl
  lambent invocations export.gz --format csv --output invocations.csv
  aws logs tail /aws/lambda/orders --since 1h | lambent invocations - --function orders
  lambent invocations ./logs | jq 'select(.status != "success")'

One record for each REPORT line: what the line says, and what the lines around it add. Unknown is
null. jsonl is one record a line, json one array. What could not be read is told on standard error.`;

export function register(program: Command): void {
  const command = program
    .command("invocations [paths...]")
    .description("Logs → one record per invocation (JSON lines, CSV)")
    .addOption(
      program
        .createOption("-f, --format <format>", "form of the answer")
        .choices(["jsonl", "json", "csv"])
        .default("jsonl"),
    )
    .option("-o, --output <file>", "write the answer to a file");
  addReadOptions(command).addHelpText("after", EXAMPLES).action(run);
}

async function run(paths: readonly string[], options: Options): Promise<void> {
  needPaths(paths, "invocations");
  await needPlaceFor(options.output);
  const range = readRange(options);
  const { writeInvocations } = await import("../../app/invocations.ts");
  const progress = new ProgressLine("reading");
  // A bar and records on one screen would write over each other.
  const quiet = options.output === undefined && process.stdout.isTTY === true;
  const writing = (output: NodeJS.WritableStream): ReturnType<typeof writeInvocations> =>
    writeInvocations(paths, {
      filter: { functionName: options.function?.name ?? null, only: options.only, range },
      region: readRegion(options),
      architecture: options.architecture,
      format: options.format,
      output,
      progress: (done, total) => quiet || progress.update(done, total),
    }).finally(() => progress.end());
  const told =
    options.output === undefined || options.output === "-"
      ? await writing(process.stdout)
      : await toFile(options.output, writing);
  const summary = { ...told, narrowed: range !== null || options.only !== undefined };
  needSomethingRead(summary);
  for (const line of told.notes) process.stderr.write(`${printable(line)}\n`);
  const empty = emptyNote(summary);
  if (empty !== null) process.stderr.write(`${empty}\n`);
}

async function toFile<T>(
  file: string,
  write: (output: NodeJS.WritableStream) => Promise<T>,
): Promise<T> {
  const stream = fileStream(file);
  const closed = finished(stream);
  const written = write(stream).then(
    (result) => {
      stream.end();
      return result;
    },
    (error: unknown) => {
      stream.destroy();
      throw error;
    },
  );
  // Whichever fails first is told: a reading, or a full disk.
  const [result] = await Promise.all([written, closed]);
  return result;
}
