import { CommanderError } from "commander";
import { EXIT_CODES, Problem } from "../model/problem.ts";
import { problemText } from "./problem-text.ts";

/**
 * Tells a person on standard error what went wrong; the exit code that follows from it. `verb` is
 * the command that was run; null where it is none.
 */
export function reportFailure(error: unknown, verb: string | null): number {
  if (error instanceof CommanderError) {
    if (error.exitCode === 0) return 0;
    process.stderr.write(problemText(usage(error, verb)));
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

function usage(error: CommanderError, verb: string | null): Problem {
  const said = error.message.replace(/^error: /, "").replace(/\s*\n\s*/g, " ");
  return new Problem({
    code: "LAMBENT_USAGE",
    kind: "usage",
    message: said.charAt(0).toUpperCase() + said.slice(1),
    nextStep:
      verb === null
        ? "lambent --help lists the commands."
        : `lambent ${verb} --help shows the options with examples.`,
  });
}
