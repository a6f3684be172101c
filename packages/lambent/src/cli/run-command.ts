import { Command } from "commander";
import { reportFailure } from "./failure-report.ts";
import { unknownCommand } from "./unknown-command.ts";
import { verbs } from "./verbs.ts";
import { version } from "./version.ts";

/** Runs one command; its exit code. Never throws. */
export async function runCommand(args: readonly string[]): Promise<number> {
  const name = args[0] === "help" ? args[1] : args[0];
  const verb = verbs.find((one) => one.name === name);
  try {
    if (verb === undefined) throw unknownCommand(String(name));
    const program = new Command("lambent").version(version(), "-V, --version");
    program
      .exitOverride()
      .showSuggestionAfterError()
      .configureOutput({ outputError: () => undefined });
    const { register } = await verb.load();
    register(program);
    for (const command of program.commands) {
      command
        .exitOverride()
        .configureOutput({ outputError: () => undefined })
        .showSuggestionAfterError();
    }
    await program.parseAsync(args[0] === "help" ? [verb.name, "--help"] : [...args], {
      from: "user",
    });
    return typeof process.exitCode === "number" ? process.exitCode : 0;
  } catch (error) {
    return reportFailure(error, verb?.name ?? null);
  }
}
