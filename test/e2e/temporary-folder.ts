import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll } from "vitest";

/** A folder for the tests of one file; it goes when they have run. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "lambent-e2e-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
