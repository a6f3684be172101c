import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

/** @typedef {typeof import("../../packages/lambent/src/app/read-object-invocations.ts") & typeof import("../../packages/lambent/src/invocations/seen-records.ts")} Reader */

/**
 * The reader as `npm run build` makes it, by itself: Node 20 runs no TypeScript.
 * @returns {Promise<Reader>}
 */
export async function builtReader() {
  const folder = mkdtempSync(join(tmpdir(), "lambent-reader-"));
  const outfile = join(folder, "reader.mjs");
  try {
    await build({
      stdin: {
        contents: `export * from "./app/read-object-invocations.ts"; export * from "./invocations/seen-records.ts";`,
        resolveDir: fileURLToPath(new URL("../../packages/lambent/src", import.meta.url)),
      },
      outfile,
      bundle: true,
      packages: "external",
      platform: "node",
      target: "node20.19",
      format: "esm",
      logLevel: "error",
    });
    return /** @type {Reader} */ (await import(pathToFileURL(outfile).href));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
