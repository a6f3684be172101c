/**
 * `npm run build [-- --js-only --quiet]`: packages/lambent/src → packages/lambent/dist.
 *
 * JavaScript is bundled with code splitting, because Node pays for every module that it has to
 * find, open and link; what a command does not load stays in a chunk of its own. Declarations come
 * from tsc. Files are written only after everything compiled, and stale ones go last, so that a
 * running `lambent` never finds half a build.
 */
import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { copyDocuments } from "./package-documents.mjs";

const root = fileURLToPath(new URL("..", import.meta.url));
const packageFolder = join(root, "packages/lambent");
const source = join(packageFolder, "src");
const dist = join(packageFolder, "dist");

/** Modules that something outside the bundle loads by path: the command, the library, a worker. */
const ENTRIES = ["cli/main.ts", "index.ts", "app/read-worker.ts", "app/ingest-worker.ts"];

const started = performance.now();
const missing = ENTRIES.filter((entry) => !existsSync(join(source, entry)));
const present = ENTRIES.filter((entry) => !missing.includes(entry));
if (!process.argv.includes("--js-only")) emitDeclarations();
const bytes = present.length === 0 ? 0 : await bundle(present);
copyDocuments(packageFolder);
const summary =
  `built ${present.length} of ${ENTRIES.length} entries, ${(bytes / 1024).toFixed(0)} KB, ` +
  `in ${((performance.now() - started) / 1000).toFixed(1)} s`;
if (!process.argv.includes("--quiet")) console.log(summary);
if (missing.length > 0) {
  console.error(`not built, because the source is missing: ${missing.join(", ")}`);
  process.exitCode = 1;
}

/** @param {string[]} entries */
async function bundle(entries) {
  const { build } = await import("esbuild");
  const options = /** @type {const} */ ({
    entryPoints: entries.map((entry) => join(source, entry)),
    outbase: source,
    outdir: dist,
    entryNames: "[dir]/[name]",
    chunkNames: "chunks/[name]-[hash]",
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    target: "node20.19",
    format: "esm",
    legalComments: "none",
    write: false,
    absWorkingDir: root,
  });
  // esbuild has said why.
  const result = await build(options).catch(() => process.exit(1));
  const kept = new Set(result.outputFiles.map((file) => file.path));
  for (const file of result.outputFiles) {
    if (existsSync(file.path) && readFileSync(file.path).equals(file.contents)) continue;
    mkdirSync(dirname(file.path), { recursive: true });
    writeFileSync(file.path, file.contents);
  }
  removeStale((path) => path.endsWith(".js") && !kept.has(path));
  return result.outputFiles.reduce((sum, file) => sum + file.contents.length, 0);
}

function emitDeclarations() {
  const tsc = join(root, "node_modules/typescript/bin/tsc");
  try {
    execFileSync(process.execPath, [tsc, "-p", join(packageFolder, "tsconfig.build.json")], {
      cwd: root,
      stdio: "inherit",
    });
  } catch {
    process.exit(1); // tsc has said why.
  }
  removeStale(
    (path) =>
      path.endsWith(".d.ts") &&
      !existsSync(join(source, relative(dist, path).replace(/\.d\.ts$/, ".ts"))),
  );
}

/** @param {(path: string) => boolean} isStale */
function removeStale(isStale) {
  if (!existsSync(dist)) return;
  for (const entry of readdirSync(dist, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (entry.isFile() && isStale(path)) rmSync(path);
  }
}
