import { stat, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { Problem } from "../model/problem.ts";
import { writeReason } from "./write-reason.ts";

/** How the terminal behind a stream can be used. */
export interface TerminalStyle {
  readonly columns: number;
  readonly colour: boolean;
  readonly unicode: boolean;
}

const LEAST_COLUMNS = 40;
const MOST_COLUMNS = 400;
/** Where neither a terminal nor COLUMNS says how wide lines may be. */
const USUAL_COLUMNS = 100;

/**
 * Colour only on a terminal that takes it: https://no-color.org and https://force-color.org are
 * obeyed, the latter first. Width: COLUMNS (a person who sets it means it), else the terminal's,
 * else 100; at least 40.
 */
export function terminalStyle(
  stream: Pick<NodeJS.WriteStream, "isTTY" | "columns">,
  env: NodeJS.ProcessEnv = process.env,
): TerminalStyle {
  const forced = env["FORCE_COLOR"] ?? "";
  const never = forced === "0" || forced === "false";
  const refused = (env["NO_COLOR"] ?? "") !== "" || env["TERM"] === "dumb";
  const locale = [env["LC_ALL"], env["LC_CTYPE"], env["LANG"]].find((one) => (one ?? "") !== "");
  return {
    columns: columnsOf(env["COLUMNS"]) ?? columnsOf(stream.columns) ?? USUAL_COLUMNS,
    colour: !never && (forced !== "" || (!refused && stream.isTTY === true)),
    // The Linux console's own font has none of the pictures; the C locale promises ASCII only.
    unicode: env["TERM"] !== "linux" && !/^(C|POSIX)$/.test(locale ?? ""),
  };
}

/** Null where it is no width. */
function columnsOf(value: string | number | undefined): number | null {
  const columns = Number(value ?? 0);
  if (!Number.isInteger(columns) || columns <= 0) return null;
  return Math.min(MOST_COLUMNS, Math.max(LEAST_COLUMNS, columns));
}

/**
 * Tells before the work, not after it, that an answer cannot be written to `file`.
 *
 * @throws Problem LAMBENT_CANNOT_WRITE
 */
export async function needPlaceFor(file: string | undefined): Promise<void> {
  if (file === undefined || file === "-") return;
  const there = await stat(file).catch(() => null);
  if (there?.isDirectory() === true) throw cannotWrite(file, "it is a folder", null);
  if (there !== null) return;
  const folder = await stat(dirname(file)).catch((cause: unknown) => {
    throw cannotWrite(file, writeReason(cause), cause);
  });
  if (!folder.isDirectory()) {
    throw cannotWrite(file, "a file stands where its folder should be", null);
  }
}

/**
 * Writes an answer to a file, or to standard output where `file` is null.
 *
 * @throws Problem LAMBENT_CANNOT_WRITE
 */
export async function writeAnswer(text: string, file: string | null): Promise<void> {
  if (file === null || file === "-") {
    // Its failures end the process: `stdoutFailure`.
    await new Promise<void>((resolve) => process.stdout.write(text, () => resolve()));
    return;
  }
  try {
    await writeFile(file, text);
  } catch (cause) {
    throw cannotWrite(file, writeReason(cause), cause);
  }
}

/** The problem of an answer that did not reach its file. */
export function cannotWrite(file: string, why: string, cause: unknown): Problem {
  return new Problem({
    code: "LAMBENT_CANNOT_WRITE",
    kind: "environment",
    message: `${file} cannot be written: ${why}`,
    nextStep: /folder|name/.test(why)
      ? "Choose another place, or make the folder first."
      : "Choose another place, or free some space or rights there.",
    cause,
  });
}
