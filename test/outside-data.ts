import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * Path of a file of outside measurements, or null where they are absent. They are not part of this
 * repository (their licences differ); they are looked for beside it, in `../shared/data`.
 * A test that needs them says so: `test.skipIf(!path)("… [needs outside data]")`.
 */
export function outsideData(relativePath: string): string | null {
  const path = fileURLToPath(new URL(`../../shared/data/${relativePath}`, import.meta.url));
  return existsSync(path) ? path : null;
}
