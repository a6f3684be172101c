import { overview } from "./overview.ts";
import { stdoutFailure } from "./stdout-failure.ts";
import { version } from "./version.ts";

/**
 * The fast path: help and version load nothing else, and a command loads only itself.
 * Exit codes: 0 fine, 1 findings over budget, 2 usage, 3 bad input, 4 environment.
 */
async function main(args: readonly string[]): Promise<void> {
  const [first] = args;
  if (first === "--version" || first === "-V") {
    process.stdout.write(`${version()}\n`);
    return;
  }
  if (
    first === undefined ||
    first === "--help" ||
    first === "-h" ||
    (first === "help" && args.length === 1)
  ) {
    process.stdout.write(overview());
    return;
  }
  const { runCommand } = await import("./run-command.ts");
  process.exitCode = await runCommand(args);
}

async function endUnexpected(error: unknown): Promise<void> {
  const { reportFailure } = await import("./failure-report.ts");
  process.exit(reportFailure(error, null));
}

process.stdout.on("error", stdoutFailure);
// Where nobody can be told, work goes on: the answer may still reach its place.
process.stderr.on("error", () => undefined);
// Node would end with 1, which means "findings over budget" here.
process.on("uncaughtException", (error) => void endUnexpected(error));

await main(process.argv.slice(2));
