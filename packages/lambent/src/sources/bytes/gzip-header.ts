/** Bytes of a gzip header that are always there (RFC 1952, 2.3.1). */
const FIXED_BYTES = 10;
/** Name and comment may be of any length; a longer header than this is taken for damage. */
const LONGEST_HEADER_BYTES = 65_536 * 2;

/**
 * Length of the gzip header at the start of `bytes`: a number of bytes, "more" where it goes on
 * beyond them, "bad" where it is none. Source: RFC 1952, section 2.3. Pure.
 */
export function gzipHeaderLength(bytes: Uint8Array): number | "more" | "bad" {
  const magic = [0x1f, 0x8b, 8];
  for (const [at, byte] of magic.entries()) {
    if (at < bytes.length && bytes[at] !== byte) return "bad";
  }
  if (bytes.length < FIXED_BYTES) return "more";
  const flags = bytes[3] as number;
  // Reserved bits must be zero (RFC 1952, 2.3.1.2).
  if ((flags & 0xe0) !== 0) return "bad";
  const beyond = bytes.length > LONGEST_HEADER_BYTES ? "bad" : "more";
  let at = FIXED_BYTES;
  if ((flags & 4) !== 0) {
    if (bytes.length < at + 2) return beyond;
    at += 2 + ((bytes[at] as number) | ((bytes[at + 1] as number) << 8));
  }
  for (const flag of [8, 16]) {
    if ((flags & flag) === 0) continue;
    const zero = bytes.indexOf(0, at);
    if (zero < 0) return beyond;
    at = zero + 1;
  }
  if ((flags & 2) !== 0) at += 2;
  return at <= bytes.length ? at : beyond;
}
