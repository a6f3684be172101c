import type { Command } from "commander";
import { terminalStyle, writeAnswer } from "../output.ts";
import { ProgressLine } from "../progress-line.ts";
import { addReadOptions, needPaths, readRange } from "../read-options.ts";
import type { ReadOptions } from "../read-options.ts";

interface Options extends ReadOptions {
  readonly format: "text" | "json" | "html" | "markdown" | "csv";
  readonly output?: string;
  readonly html?: string;
  readonly store?: string;
}

const EXAMPLES = `
Examples:
  lambent report ./logs
  lambent report ./logs --html report.html          the text, and a page with pictures
  lambent report ./logs --format json | jq '.totals'
  lambent report export.gz --since 2026-01-01 --until 2026-01-07T23:59:59Z
  aws logs tail /aws/lambda/orders --since 1d | lambent report - --function orders
  lambent report --store lambent.duckdb             what lambent ingest has stored

Dollars are list prices at the first volume tier, before the free tier, which is shown apart.`;

export function register(program: Command): void {
  const command = program
    .command("report [paths...]")
    .description("Logs → what was invoked, what it cost, what failed, what to do first")
    .addOption(
      program
        .createOption("-f, --format <format>", "form of the answer")
        .choices(["text", "json", "html", "markdown", "csv"])
        .default("text"),
    )
    .option("-o, --output <file>", "write the answer to a file")
    .option("--html <file>", "write the report as a page as well")
    .option("--store <file>", "read a store that lambent ingest made");
  addReadOptions(command)
    .addHelpText("after", EXAMPLES)
    .action(async (paths: string[], options: Options) => {
      if (options.store === undefined) needPaths(paths, "report");
      const { report } = await import("../../app/report.ts");
      const progress = new ProgressLine("reading");
      const assessment = await report(
        options.store === undefined ? { paths } : { paths, store: options.store },
        {
          filter: { functionName: options.function ?? null, range: readRange(options) },
          region: options.region,
          architecture: options.architecture,
          progress: (done, total) => progress.update(done, total),
        },
      );
      progress.end();
      const { renderAssessment } = await import("../../app/render-assessment.ts");
      if (options.html !== undefined) {
        await writeAnswer(
          await renderAssessment(assessment, "html", terminalStyle(process.stdout)),
          options.html,
        );
      }
      const toFile = options.output !== undefined && options.output !== "-";
      const style = terminalStyle(
        process.stdout,
        toFile ? { ...process.env, FORCE_COLOR: "0" } : process.env,
      );
      await writeAnswer(
        await renderAssessment(assessment, options.format, style),
        options.output ?? null,
      );
    });
}
