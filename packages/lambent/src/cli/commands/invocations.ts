import type { Command } from "commander";
import { ProgressLine } from "../progress-line.ts";
import { addReadOptions, needPaths, readRange } from "../read-options.ts";
import type { ReadOptions } from "../read-options.ts";

interface Options extends ReadOptions {
  readonly format: "jsonl" | "json" | "csv";
}

const EXAMPLES = `
Examples:
  lambent invocations ./logs > invocations.jsonl
  lambent invocations export.gz --format csv > invocations.csv
  aws logs tail /aws/lambda/orders --since 1h | lambent invocations - --function orders
  lambent invocations ./logs | jq 'select(.status != "success")'

One record for each REPORT line: what the line says, and what the lines around it add. Unknown is
null. What could not be read is told on standard error.`;

export function register(program: Command): void {
  const command = program
    .command("invocations [paths...]")
    .description("Logs → one record per invocation (JSON lines, CSV)")
    .addOption(
      program
        .createOption("-f, --format <format>", "form of the answer; json is jsonl")
        .choices(["jsonl", "json", "csv"])
        .default("jsonl"),
    );
  addReadOptions(command)
    .addHelpText("after", EXAMPLES)
    .action(async (paths: string[], options: Options) => {
      needPaths(paths, "invocations");
      const { writeInvocations } = await import("../../app/invocations.ts");
      const progress = new ProgressLine("reading");
      const told = await writeInvocations(paths, {
        filter: { functionName: options.function ?? null, range: readRange(options) },
        region: options.region,
        architecture: options.architecture,
        format: options.format === "csv" ? "csv" : "jsonl",
        output: process.stdout,
        progress: (done, total) => process.stdout.isTTY || progress.update(done, total),
      });
      progress.end();
      for (const line of told) process.stderr.write(`${line}\n`);
    });
}
