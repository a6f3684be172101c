import { EXIT_CODES } from "../model/problem.ts";
import { problemText } from "./problem-text.ts";
import { writeReason } from "./write-reason.ts";

/** Ends the process where standard output takes nothing more. */
export function stdoutFailure(error: NodeJS.ErrnoException): never {
  // A reader that has seen enough (`lambent … | head`) is no error.
  if (error.code === "EPIPE") process.exit(0);
  process.stderr.write(
    problemText({
      code: "LAMBENT_CANNOT_WRITE",
      message: `The answer cannot be written to standard output: ${writeReason(error)}`,
      nextStep: "Free some space, or send it to another place.",
    }),
  );
  process.exit(EXIT_CODES.environment);
}
