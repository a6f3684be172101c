import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";

/**
 * Builds the tool once, before the first of the tests that run it. Files whose content does not
 * change are left alone, so this does no harm beside a build of the gate.
 */
export function setup(): void {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  execFileSync(process.execPath, ["tools/build.mjs", "--js-only", "--quiet"], {
    cwd: root,
    stdio: "inherit",
  });
}
