import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = fileURLToPath(new URL("../..", import.meta.url));
const source = join(root, "packages/lambent/src");

/**
 * The parts of the store that the comparison needs; the package keeps them to itself.
 * @typedef {Pick<typeof import("../../packages/lambent/src/store/embedded/open.ts"), "openEmbeddedStore">
 *   & Pick<typeof import("../../packages/lambent/src/store/embedded/column-feed.ts"), "ColumnFeed">
 *   & Pick<typeof import("../../packages/lambent/src/store/embedded/invocation-feed.ts"), "invocationFeed" | "INVOCATION_FEED">
 *   & Pick<typeof import("../../packages/lambent/src/store/embedded/schema.ts"), "createTablesSql">
 *   & Pick<typeof import("../../packages/lambent/src/app/read-object-blocks.ts"), "readObjectBlocks">
 *   & Pick<typeof import("../../packages/lambent/src/sources/files/find-objects.ts"), "findObjects">
 *   & { DuckDBInstance: InstanceFactory, bindings: FeedArguments[4] }} StoreParts
 *
 * @typedef {ConstructorParameters<typeof import("../../packages/lambent/src/store/embedded/column-feed.ts").ColumnFeed>} FeedArguments
 * @typedef {object} InstanceFactory
 * @property {(path: string, options: Record<string, string>) => Promise<{ connect(): Promise<FeedArguments[0]>, closeSync(): void }>} create
 */
const EXPORTS = `
export { openEmbeddedStore } from "./store/embedded/open.ts";
export { ColumnFeed } from "./store/embedded/column-feed.ts";
export { invocationFeed, INVOCATION_FEED } from "./store/embedded/invocation-feed.ts";
export { createTablesSql } from "./store/embedded/schema.ts";
export { readObjectBlocks } from "./app/read-object-blocks.ts";
export { findObjects } from "./sources/files/find-objects.ts";
export { DuckDBInstance } from "@duckdb/node-api";
export { default as bindings } from "@duckdb/node-bindings";
`;

/** @returns {Promise<StoreParts>} */
export async function loadStoreParts() {
  // Inside the repository, so that the packages it imports are found.
  const outfile = join(root, ".cache/bench/store-parts.js");
  await build({
    stdin: { contents: EXPORTS, resolveDir: source, loader: "ts" },
    bundle: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20.19",
    outfile,
    logLevel: "error",
  });
  return /** @type {StoreParts} */ (await import(pathToFileURL(outfile).href));
}
