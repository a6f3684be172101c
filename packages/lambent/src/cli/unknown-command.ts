import { Command, CommanderError } from "commander";
import { Problem } from "../model/problem.ts";
import { verbs } from "./verbs.ts";

/** The problem of a first word that is no command, with the command that may have been meant. */
export function unknownCommand(name: string): Problem {
  const isOption = name.startsWith("-");
  return new Problem({
    code: "LAMBENT_UNKNOWN_COMMAND",
    kind: "usage",
    message: isOption
      ? `There is no option ${name} without a command`
      : `There is no command "${name}"`,
    nextStep:
      (isOption ? null : meant(name)) ??
      (isOption
        ? "Options go behind the command: lambent report PATH OPTIONS. lambent --help lists the commands."
        : "lambent --help lists the commands."),
  });
}

/** Commander knows which words are alike. */
function meant(name: string): string | null {
  const program = new Command("lambent")
    .exitOverride()
    .configureOutput({ outputError: () => undefined });
  for (const verb of verbs) program.command(verb.name);
  try {
    program.parse([name], { from: "user" });
  } catch (error) {
    const said = error instanceof CommanderError ? error.message : "";
    const words = /Did you mean (?:one of )?(.+)\?/.exec(said)?.[1];
    if (words !== undefined)
      return `Did you mean ${words
        .split(", ")
        .map((word) => `lambent ${word}`)
        .join(" or ")}?`;
  }
  return null;
}
