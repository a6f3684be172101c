/**
 * `node tools/test-counts.mjs RECORD`: one line, `N passed, N failed`, from the JSON record of
 * vitest. Fails where there is no record: then no test ran.
 */
import { existsSync, readFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

/**
 * @typedef {{ assertionResults: readonly { status: string }[], status: string }} TestFile
 * @typedef {{ testResults: readonly TestFile[] }} TestRecord
 */

/**
 * Skipped tests count as neither. A file that could not be loaded has no tests, and is one failure.
 * @param {TestRecord} record
 * @returns {{ passed: number, failed: number }}
 */
export function countTests(record) {
  let passed = 0;
  let failed = 0;
  for (const file of record.testResults) {
    const before = failed;
    for (const { status } of file.assertionResults) {
      if (status === "passed") passed += 1;
      if (status === "failed") failed += 1;
    }
    if (file.status === "failed" && failed === before) failed += 1;
  }
  return { passed, failed };
}

/** @param {string} path */
function printCounts(path) {
  if (!existsSync(path)) {
    console.error("no test ran");
    console.log("0 passed, 0 failed");
    process.exitCode = 1;
    return;
  }
  const record = /** @type {TestRecord} */ (JSON.parse(readFileSync(path, "utf8")));
  const { passed, failed } = countTests(record);
  console.log(`${passed} passed, ${failed} failed`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  printCounts(process.argv[2] ?? ".cache/test-results.json");
}
