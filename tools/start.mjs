/**
 * `npm start [-- PATH…]`: from a bare clone to the first report. Without paths it reports on the
 * sample logs. With paths it reports on these alone, after a word on the sample: money of two
 * accounts is never added up. Each report is written as a page; the one in question is opened where
 * there is a screen.
 */
import { spawn, spawnSync } from "node:child_process";
import { join, relative, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { setUp } from "./setup.mjs";
import { runNode } from "./run-node.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const page = join(root, "lambent-report.html");
const samplePage = join(root, "lambent-report-sample.html");
const TOOL = "packages/lambent/bin/lambent.js";
const SAMPLE_LOGS = "examples/airline/logs";

setUp();
// npm changes to the root; a path means what it meant where the command was typed.
const typedIn = process.env["INIT_CWD"] ?? root;
const paths = process.argv.slice(2).map((path) => relative(root, resolve(typedIn, path)) || ".");
const code = runNode("tools/build.mjs", ["--js-only", "--quiet"]) || report();
if (code === 0) {
  openPage();
  console.log(`\nThe same report with charts: ${page}`);
  console.log(`Open it in a browser: ${pathToFileURL(page).href}`);
  if (paths.length === 0) console.log("A report on your own logs: npm start -- path/to/logs");
}
process.exitCode = code;

function report() {
  if (paths.length === 0) {
    console.log(`Sample logs (${SAMPLE_LOGS}). They are synthetic: no airline paid this bill.\n`);
    return runNode(TOOL, ["report", SAMPLE_LOGS, "--html", page]);
  }
  const failure = reportSampleInBrief();
  if (failure !== 0) return failure;
  console.log("Your own logs:\n");
  return runNode(TOOL, ["report", ...paths, "--html", page]);
}

/** One line and a page. @returns {number} the exit code of the tool */
function reportSampleInBrief() {
  const { status, stdout } = spawnSync(
    process.execPath,
    [TOOL, "report", SAMPLE_LOGS, "--format", "json", "--html", samplePage],
    { cwd: root, encoding: "utf8", maxBuffer: 2 ** 28, stdio: ["ignore", "pipe", "inherit"] },
  );
  if (status !== 0) return status ?? 1;
  const { totals, findings } =
    /** @type {{ totals: { invocations: number, cost: { totalUsd: number } }, findings: unknown[] }} */ (
      JSON.parse(stdout)
    );
  const { invocations, cost } = totals;
  console.log(
    `Sample logs (synthetic, not in your figures): ${invocations.toLocaleString("en")} invocations, ` +
      `$${cost.totalUsd.toFixed(2)}, ${findings.length} findings. In full: npm start`,
  );
  console.log(`With charts: ${samplePage}\n`);
  return 0;
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
