import { vi } from "vitest";
import { runCommand } from "../packages/lambent/src/cli/run-command.ts";

/** Runs the real command line in this process and keeps what it writes. */
export async function runCommandHere(
  args: readonly string[],
): Promise<{ code: number; out: string; err: string }> {
  const written = { out: "", err: "" };
  const keep =
    (to: "out" | "err") =>
    (chunk: unknown, done?: unknown): boolean => {
      written[to] += String(chunk);
      if (typeof done === "function") done();
      return true;
    };
  vi.spyOn(process.stdout, "write").mockImplementation(keep("out"));
  vi.spyOn(process.stderr, "write").mockImplementation(keep("err"));
  try {
    const code = await runCommand(args);
    return { code, ...written };
  } finally {
    vi.restoreAllMocks();
  }
}
