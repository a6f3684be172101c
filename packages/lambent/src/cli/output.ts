import { writeFile } from "node:fs/promises";
import { Problem } from "../model/problem.ts";

/** How the terminal behind a stream can be used. */
export interface TerminalStyle {
  readonly columns: number;
  readonly colour: boolean;
  readonly unicode: boolean;
}

/**
 * Colour only on a terminal that takes it: https://no-color.org and FORCE_COLOR are obeyed.
 * Width: the terminal's, else COLUMNS, else 100.
 */
export function terminalStyle(
  stream: NodeJS.WriteStream,
  env: NodeJS.ProcessEnv = process.env,
): TerminalStyle {
  const wanted = env["FORCE_COLOR"] !== undefined && env["FORCE_COLOR"] !== "0";
  const refused =
    (env["NO_COLOR"] ?? "") !== "" || env["TERM"] === "dumb" || env["FORCE_COLOR"] === "0";
  const columns = stream.columns ?? Number(env["COLUMNS"] ?? 100);
  return {
    columns: Number.isFinite(columns) && columns >= 40 ? Math.min(columns, 400) : 80,
    colour: wanted || (!refused && stream.isTTY === true),
    unicode: env["TERM"] !== "linux" && !/^(C|POSIX)$/.test(env["LC_ALL"] ?? ""),
  };
}

/** Writes an answer to a file, or to standard output where `file` is null. */
export async function writeAnswer(text: string, file: string | null): Promise<void> {
  if (file === null || file === "-") {
    await new Promise<void>((resolve) => process.stdout.write(text, () => resolve()));
    return;
  }
  try {
    await writeFile(file, text);
  } catch (cause) {
    throw new Problem({
      code: "LAMBENT_CANNOT_WRITE",
      kind: "environment",
      message: `${file} cannot be written (${cause instanceof Error ? cause.message : String(cause)})`,
      nextStep: "Choose another place with --output, or free some space.",
      cause,
    });
  }
}
