/** What stored bytes are, judged by how they begin. */
export type StoredForm = "plain" | "gzip" | "base64-gzip" | "utf-16" | UnsupportedForm;

/** Forms that are recognised in order to say that they cannot be read. */
export type UnsupportedForm = "Zstandard" | "zip" | "bzip2" | "xz" | "Parquet" | "SQLite" | "LZ4";

/** Bytes that `storedForm` needs to see, at most. */
export const MAGIC_BYTES = 16;

const UNSUPPORTED: readonly (readonly [UnsupportedForm, Buffer])[] = [
  ["Zstandard", Buffer.from([0x28, 0xb5, 0x2f, 0xfd])],
  ["zip", Buffer.from("PK\x03\x04", "latin1")],
  ["bzip2", Buffer.from("BZh", "latin1")],
  ["xz", Buffer.from("\xfd7zXZ\0", "latin1")],
  ["Parquet", Buffer.from("PAR1", "latin1")],
  ["SQLite", Buffer.from("SQLite format 3\0", "latin1")],
  ["LZ4", Buffer.from([0x04, 0x22, 0x4d, 0x18])],
];
/** The gzip header 1f 8b 08 in base64 (RFC 1952, 2.3.1; RFC 4648); the flags make the fifth letter. */
const BASE64_GZIP = /^"?H4sI[A-Za-z0-9+/_-]/;

/** Judges stored bytes by their first `MAGIC_BYTES`; names and endings are not looked at. Pure. */
export function storedForm(head: Buffer): StoredForm {
  if (isGzip(head)) return "gzip";
  for (const [form, magic] of UNSUPPORTED) {
    if (head.length >= magic.length && head.subarray(0, magic.length).equals(magic)) return form;
  }
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff))
    return "utf-16";
  if (BASE64_GZIP.test(head.toString("latin1", 0, MAGIC_BYTES).trimStart())) return "base64-gzip";
  return "plain";
}

/** Two magic bytes and the only method there is: deflate (RFC 1952, 2.3.1). */
export function isGzip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x1f && bytes[1] === 0x8b && bytes[2] === 8;
}
