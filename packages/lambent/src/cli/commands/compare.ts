import { InvalidArgumentError } from "commander";
import type { Command } from "commander";
import type { CompareSide } from "../../app/compare.ts";
import type { ComparisonFormat } from "../../app/render-comparison.ts";
import type { Architecture } from "../../model/architecture.ts";
import { Problem } from "../../model/problem.ts";
import { parseFunction, type NamedFunction } from "../function-option.ts";
import { terminalStyle, writeAnswer } from "../output.ts";
import { ProgressLine } from "../progress-line.ts";

interface Options {
  readonly store?: string;
  readonly before?: string;
  readonly after?: string;
  readonly beforeVersion?: string;
  readonly afterVersion?: string;
  readonly beforeArchitecture?: Architecture;
  readonly afterArchitecture?: Architecture;
  readonly architecture: Architecture;
  readonly region: string;
  readonly function?: NamedFunction;
  readonly only?: string;
  readonly format: ComparisonFormat;
  readonly output?: string;
}

const EXAMPLES = `
Examples:
  lambent compare ./before ./after
  lambent compare ./logs --before 2026-01-01..2026-01-07 --after 2026-01-08..2026-01-14
  lambent compare ./logs --before-version 41 --after-version 42 --only orders
  lambent compare --store lambent.duckdb --before 2026-01-01..2026-01-07 --after 2026-01-08..
  lambent compare ./x86 ./arm --after-architecture arm64
  lambent compare ./before ./after --format markdown > change.md

All intervals of one comparison hold together with 95 %. docs/compare.md says how they are made.`;

/** `lambent compare`: what changed between two sets of logs, by how much, how sure. */
export function register(program: Command): void {
  const command = program
    .command("compare [paths...]")
    .description("Two folders, periods or versions → what changed, by how much, how sure");
  const architecture = (flag: string, text: string): ReturnType<Command["createOption"]> =>
    command.createOption(`${flag} <name>`, text).choices(["x86_64", "arm64"]);
  command
    .option("--store <file>", "read a store that lambent ingest made")
    .option("--before <period>", "the earlier period of the same logs, as 2026-01-01..2026-01-07")
    .option("--after <period>", "the later period of the same logs")
    .option("--before-version <version>", "the earlier function version, as 41", version)
    .option("--after-version <version>", "the later function version, as 42 or $LATEST", version)
    .option("--only <name>", "compare this function only")
    .option(
      "--function <name>",
      "the function these logs are of, where they do not say it; a name, an ARN or a log group",
      parseFunction,
    )
    .option("--region <region>", "price region where the logs do not name one", "us-east-1")
    .addOption(architecture("--architecture", "price of this architecture").default("x86_64"))
    .addOption(architecture("--before-architecture", "the same, for the earlier side only"))
    .addOption(architecture("--after-architecture", "the same, for the later side only"))
    .addOption(
      command
        .createOption("-f, --format <format>", "form of the answer")
        .choices(["text", "json", "markdown"])
        .default("text"),
    )
    .option("-o, --output <file>", "write the answer to a file")
    .addHelpText("after", EXAMPLES)
    .action(async (paths: string[], options: Options) => {
      const [before, after] = sidesOf(
        options.store === undefined ? paths : [options.store, ...paths],
        options,
      );
      const region = options.function?.region ?? options.region;
      const { needPrices } = await import("../../app/need-prices.ts");
      needPrices({ region, architecture: options.architecture });
      const { compare } = await import("../../app/compare.ts");
      const progress = new ProgressLine("reading");
      const comparison = await compare(before, after, {
        only: options.only ?? null,
        functionName: options.function?.name ?? null,
        region,
        progress: (done, total) => progress.update(done, total),
      });
      progress.end();
      const { renderComparison } = await import("../../app/render-comparison.ts");
      const toFile = options.output !== undefined && options.output !== "-";
      const env = toFile ? { ...process.env, FORCE_COLOR: "0" } : process.env;
      const style = terminalStyle(process.stdout, env);
      const text = await renderComparison(comparison, options.format, style);
      await writeAnswer(text, options.output ?? null);
    });
}

/** Two paths; or any paths, told apart by period or version on both sides. */
function sidesOf(
  paths: readonly string[],
  options: Options,
): [before: CompareSide, after: CompareSide] {
  const apart =
    (options.before !== undefined && options.after !== undefined) ||
    (options.beforeVersion !== undefined && options.afterVersion !== undefined);
  const [first, second, ...more] = paths;
  if (first === undefined || (!apart && (second === undefined || more.length > 0))) {
    throw new Problem({
      code: "LAMBENT_USAGE",
      kind: "usage",
      message: "lambent compare needs two sides",
      nextStep:
        "Name two folders or files, lambent compare ./before ./after, or one with two periods: --before 2026-01-01..2026-01-07 --after 2026-01-08..2026-01-14",
    });
  }
  const side = (
    own: readonly string[],
    period: string | undefined,
    ofVersion: string | undefined,
    ofArchitecture: Architecture | undefined,
  ): CompareSide => ({
    name: [own.join(" "), period, ofVersion === undefined ? undefined : `version ${ofVersion}`]
      .filter((part) => part !== undefined)
      .join(", "),
    paths: own,
    period: period ?? null,
    version: ofVersion ?? null,
    architecture: ofArchitecture ?? options.architecture,
  });
  const two = !apart || paths.length === 2;
  const { before, after, beforeVersion, afterVersion } = options;
  return [
    side(
      two && second !== undefined ? [first] : paths,
      before,
      beforeVersion,
      options.beforeArchitecture,
    ),
    side(
      two && second !== undefined ? [second] : paths,
      after,
      afterVersion,
      options.afterArchitecture,
    ),
  ];
}

function version(text: string): string {
  if (/^(\$LATEST|\d+)$/.test(text)) return text;
  throw new InvalidArgumentError("not a version: use a number or $LATEST");
}
