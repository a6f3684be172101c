/**
 * npm runs this after `npm ci` and `npm install`, so that `npx lambent` works from then on.
 * It never fails an installation: an engineer in the middle of a change must be able to install.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { spawnSync } from "node:child_process";

const root = fileURLToPath(new URL("..", import.meta.url));

if (process.env["LAMBENT_SKIP_PREPARE"] !== "1") {
  if (existsSync(new URL("../node_modules/esbuild", import.meta.url))) build();
  else console.error("lambent is not built: esbuild is absent (installed without dev tools).");
}

function build() {
  const result = spawnSync(process.execPath, ["tools/build.mjs", "--js-only"], {
    cwd: root,
    encoding: "utf8",
  });
  if (result.status === 0) return;
  console.error(`lambent is not built; \`npm run build\` shows it again:\n${result.stderr}`);
}
