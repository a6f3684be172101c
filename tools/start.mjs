/**
 * `npm start [-- PATH…]`: from a bare clone to the first report. Reads the sample logs and every
 * path given, prints the report, writes it as a page and opens that where there is a screen.
 */
import { spawn } from "node:child_process";
import { join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { setUp } from "./setup.mjs";
import { runNode } from "./run-node.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const page = join(root, "lambent-report.html");
const SAMPLE_LOGS = "examples/airline/logs";

setUp();
const code = runNode("tools/build.mjs", ["--js-only", "--quiet"]) || report();
if (code === 0) {
  openPage();
  console.log(`\nThe same report with charts: ${page}`);
  console.log(`Open it in a browser: ${pathToFileURL(page).href}`);
}
process.exitCode = code;

function report() {
  // npm changes to the root; a path means what it meant where the command was typed.
  const typedIn = process.env["INIT_CWD"] ?? root;
  const given = process.argv.slice(2).map((path) => relative(root, resolve(typedIn, path)) || ".");
  const paths = [SAMPLE_LOGS, ...given];
  return runNode("packages/lambent/bin/lambent.js", ["report", ...paths, "--html", page]);
}

/** Opens the page in the person's browser, only where a person and a screen are there. */
function openPage() {
  if (process.env["CI"] !== undefined || !process.stdout.isTTY) return;
  const opener = openerOf(process.platform);
  if (opener === null) return;
  const [command, ...args] = opener;
  const child = spawn(command, [...args, page], { detached: true, stdio: "ignore" });
  // No browser, no harm: the path is printed anyway.
  child.on("error", () => {});
  child.unref();
}

/**
 * @param {NodeJS.Platform} platform
 * @returns {[string, ...string[]] | null}
 */
function openerOf(platform) {
  if (platform === "darwin") return ["open"];
  // `start` takes its first quoted argument for a window title.
  if (platform === "win32") return ["cmd", "/c", "start", ""];
  const display = process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"] ?? "";
  return display === "" ? null : ["xdg-open"];
}
