/**
 * `npm run sample-logs`: writes the sample logs of `examples/airline/logs`. The same seed gives the
 * same logs. A file whose text is the same already is left alone, because another version of zlib
 * may press the same text into other bytes.
 */
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { SAMPLE_SEED } from "./airline/calendar.mjs";
import { airlineWeek } from "./airline/week.mjs";
import { gzipped } from "./s3-export.mjs";

const folder = fileURLToPath(new URL("../../examples/airline/logs", import.meta.url));

const objects = airlineWeek(SAMPLE_SEED);
const expected = new Set(objects.map((object) => object.path));
let written = 0;
let bytes = 0;
for (const object of objects) {
  const path = join(folder, object.path);
  if (textOf(path, object.isGzipped) !== object.text) {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, object.isGzipped ? gzipped(object.text) : object.text);
    written += 1;
  }
  bytes += readFileSync(path).length;
}
const stale = existing().filter((path) => !expected.has(path));
for (const path of stale) rmSync(join(folder, path));
console.log(
  `${objects.length} objects, ${(bytes / 1_000_000).toFixed(2)} MB; ` +
    `${written} written, ${stale.length} removed`,
);

/**
 * @param {string} path
 * @param {boolean} isGzipped
 */
function textOf(path, isGzipped) {
  if (!existsSync(path)) return null;
  const content = readFileSync(path);
  return (isGzipped ? gunzipSync(content) : content).toString();
}

function existing() {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      join(entry.parentPath, entry.name)
        .slice(folder.length + 1)
        .replaceAll("\\", "/"),
    )
    .filter((path) => path !== "README.md");
}
