/** `npm run soak`: every `tools/soak-*.mjs` in turn, each with its own defaults. Takes minutes. */
import { readdirSync } from "node:fs";
import { runNode } from "./run-node.mjs";

const names = readdirSync(new URL(".", import.meta.url)).filter((name) =>
  /^soak-.*\.mjs$/.test(name),
);
const failed = names.sort().filter((name) => runNode(`tools/${name}`, []) !== 0);
if (failed.length > 0) console.error(`failed: ${failed.join(", ")}`);
process.exitCode = failed.length > 0 ? 1 : 0;
