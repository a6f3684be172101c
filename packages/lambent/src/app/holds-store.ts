/** Whether a path leads to a database file, by its first bytes; standard input does not. */
export async function holdsStore(path: string): Promise<boolean> {
  if (path === "-") return false;
  const { fileKind } = await import("../store/embedded/file-kind.ts");
  // What cannot be looked at is told where it is read.
  return (await fileKind(path).catch(() => "foreign")) === "duckdb";
}
