import { Command, CommanderError } from "commander";
import { EXIT_CODES, Problem } from "../model/problem.ts";
import { problemText } from "./problem-text.ts";
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
    return report(error, verb?.name ?? null);
  }
}

function unknownCommand(name: string): Problem {
  const close = verbs
    .filter((verb) => verb.name.startsWith(name.slice(0, 2)))
    .map((verb) => verb.name);
  return new Problem({
    code: "LAMBENT_UNKNOWN_COMMAND",
    kind: "usage",
    message: name.startsWith("-")
      ? `There is no option ${name} without a command`
      : `There is no command "${name}"`,
    nextStep:
      close.length > 0
        ? `Did you mean ${close.map((one) => `lambent ${one}`).join(" or ")}?`
        : "lambent --help lists the commands.",
  });
}

function report(error: unknown, verb: string | null): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    const problem = new Problem({
      code: "LAMBENT_USAGE",
      kind: "usage",
      message: error.message.replace(/^error: /, "").replace(/\n/g, " "),
      nextStep:
        verb === null
          ? "lambent --help lists the commands."
          : `lambent ${verb} --help shows the options with examples.`,
    });
    process.stderr.write(problemText(problem));
    return EXIT_CODES.usage;
  }
  if (error instanceof Problem) {
    process.stderr.write(problemText(error));
    return EXIT_CODES[error.kind];
  }
  const unexpected = new Problem({
    code: "LAMBENT_UNEXPECTED",
    kind: "environment",
    message: error instanceof Error ? error.message : String(error),
    nextStep: "This is a fault in Lambent: please report it with the lines below.",
    cause: error,
  });
  process.stderr.write(problemText(unexpected));
  if (error instanceof Error && error.stack) process.stderr.write(`${error.stack}\n`);
  return EXIT_CODES.environment;
}
