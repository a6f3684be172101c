import { overview } from "./overview.ts";
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

// A reader that has seen enough (`lambent … | head`) is no error.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

await main(process.argv.slice(2));
