/**
 * `npm run bench [read|ingest|start] [-- OPTIONS]`: runs the benchmarks named, or all, one after the
 * other, and writes RESULTS.md.
 */
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";

const KNOWN = ["read", "ingest", "start"];
const [first = ""] = process.argv.slice(2);
const isNamed = first !== "" && !first.startsWith("-");
if (isNamed && !KNOWN.includes(first)) {
  console.error(`no such benchmark: ${first}. There are: ${KNOWN.join(", ")}.`);
  process.exit(2);
}
const options = process.argv.slice(isNamed ? 3 : 2);
for (const name of isNamed ? [first] : KNOWN) {
  const script = fileURLToPath(new URL(`${name}.mjs`, import.meta.url));
  const { status } = spawnSync(process.execPath, [script, ...options], { stdio: "inherit" });
  if (status !== 0) process.exitCode = status ?? 1;
}
