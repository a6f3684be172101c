import { open, stat } from "node:fs/promises";

/** DuckDB's file header: 8 bytes of checksum, then these (`MainHeader::MAGIC_BYTES`). */
const MAGIC = "DUCK";
const MAGIC_AT = 8;

export type FileKind = "absent" | "empty" | "duckdb" | "foreign" | "directory";

/** What is at a path, by its first bytes: DuckDB itself would try to open other databases too. */
export async function fileKind(path: string): Promise<FileKind> {
  let size: number;
  try {
    const found = await stat(path);
    if (found.isDirectory()) return "directory";
    size = found.size;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === "ENOENT" || code === "ENOTDIR") return "absent";
    throw error;
  }
  if (size === 0) return "empty";
  const file = await open(path, "r");
  try {
    const head = Buffer.alloc(MAGIC_AT + MAGIC.length);
    await file.read(head, 0, head.length, 0);
    return head.toString("latin1", MAGIC_AT) === MAGIC ? "duckdb" : "foreign";
  } finally {
    await file.close();
  }
}
