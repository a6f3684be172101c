import { readFileSync } from "node:fs";

/** Version of this package, from its manifest (two folders up, in the source as in the build). */
export function version(): string {
  const manifest: unknown = JSON.parse(
    readFileSync(new URL("../../package.json", import.meta.url), "utf8"),
  );
  return String((manifest as { version?: unknown }).version);
}
