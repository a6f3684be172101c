/** `npm test`: everything from a bare clone to the gate. Extra arguments go to the gate. */
import { setUp } from "./setup.mjs";
import { runNode } from "./run-node.mjs";

setUp();
process.exitCode = runNode("tools/check.mjs", process.argv.slice(2));
