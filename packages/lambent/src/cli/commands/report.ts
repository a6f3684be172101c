import type { Command } from "commander";
import type { Assessment } from "../../model/assessment.ts";
import { Problem } from "../../model/problem.ts";
import { needPlaceFor, terminalStyle, writeAnswer } from "../output.ts";
import { ProgressLine } from "../progress-line.ts";
import { emptyNote, needSomethingRead, problemNotes } from "../reading-notes.ts";
import { addReadOptions, idleNameNote, needPaths, readRange, readRegion } from "../read-options.ts";
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
  lambent report export.gz --since 2026-01-01 --until 2026-01-07
  aws logs tail /aws/lambda/orders --since 1d | lambent report - --function orders
  lambent report ./logs --only orders --only seats
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
    .option("--store <file>", "read a store that lambent ingest made, in place of paths");
  addReadOptions(command).addHelpText("after", EXAMPLES).action(run);
}

async function run(paths: readonly string[], options: Options): Promise<void> {
  needOneAnswerEach(paths, options);
  await needPlaceFor(options.output);
  await needPlaceFor(options.html);
  const range = readRange(options);
  const { report } = await import("../../app/report.ts");
  const progress = new ProgressLine("reading");
  const assessment = await report(
    options.store === undefined ? { paths } : { paths, store: options.store },
    {
      filter: { functionName: options.function?.name ?? null, only: options.only, range },
      region: readRegion(options),
      architecture: options.architecture,
      progress: (done, total) => progress.update(done, total),
    },
  ).finally(() => progress.end());
  await writeAnswers(assessment, options);
  tellOfReading(assessment, options, range !== null || options.only !== undefined);
}

async function writeAnswers(assessment: Assessment, options: Options): Promise<void> {
  const { renderAssessment } = await import("../../app/render-assessment.ts");
  if (options.html !== undefined) {
    const page = await renderAssessment(assessment, "html", terminalStyle(process.stdout));
    await writeAnswer(page, options.html);
  }
  const env = toFile(options) ? { ...process.env, FORCE_COLOR: "0" } : process.env;
  const text = await renderAssessment(
    assessment,
    options.format,
    terminalStyle(process.stdout, env),
  );
  await writeAnswer(text, options.output ?? null);
}

/** What the text says of its sources must reach a person in the other forms, too. */
function tellOfReading(assessment: Assessment, options: Options, narrowed: boolean): void {
  const { sources, totals } = assessment;
  const summary = { sources, invocations: totals.invocations, narrowed };
  needSomethingRead(summary);
  const notes = options.format === "text" && !toFile(options) ? [] : problemNotes(sources);
  const empty = emptyNote(summary);
  const named = assessment.functions.some((one) => one.name === options.function?.name);
  const idle = empty === null && !named ? idleNameNote(options) : null;
  for (const note of [...notes, empty, idle]) {
    if (note !== null) process.stderr.write(`${note}\n`);
  }
}

function toFile({ output }: Options): boolean {
  return output !== undefined && output !== "-";
}

function needOneAnswerEach(paths: readonly string[], options: Options): void {
  if (options.store === undefined) needPaths(paths, "report");
  else if (paths.length > 0) {
    throw new Problem({
      code: "LAMBENT_USAGE",
      kind: "usage",
      message: "A report is of a store or of paths, not of both",
      nextStep:
        "Leave out --store, or put the paths into it first: lambent ingest PATH --store FILE",
    });
  }
  const places = [options.output, options.html].filter((place) => place !== undefined);
  if (options.html === "-" && !toFile(options)) {
    throw new Problem({
      code: "LAMBENT_USAGE",
      kind: "usage",
      message: "--html - would mix the page with the report on standard output",
      nextStep: "For the page alone: lambent report PATH --format html",
    });
  }
  const overwritten = paths.find((path) => path !== "-" && places.includes(path));
  if (overwritten === undefined && new Set(places).size === places.length) return;
  throw new Problem({
    code: "LAMBENT_USAGE",
    kind: "usage",
    message:
      overwritten === undefined
        ? "--output and --html name the same file"
        : `${overwritten} is to be read; the answer would take its place`,
    nextStep: "Name another file for the answer.",
  });
}
