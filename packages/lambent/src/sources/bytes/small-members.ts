import { crc32, inflateRawSync } from "node:zlib";
import type { InflateRaw } from "node:zlib";
import type { ByteReader } from "./byte-reader.ts";
import { gzipHeaderLength } from "./gzip-header.ts";

/** Stored bytes up to which a member is small: starting zlib's thread would take longer than it. */
export const SMALL_MEMBER_BYTES = 32_768;
/** zlib's own default; a larger one makes small members several times slower. */
const CHUNK_BYTES = 16_384;
const MOST_PLAIN_BYTES = 1_048_576;
/** Plain bytes that are gathered before they are given. */
const ENOUGH_BYTES = 131_072;
/** CRC-32 and length of the plain bytes, behind the deflate data (RFC 1952, 2.3.1). */
const TRAILER_BYTES = 8;

/**
 * Reads small gzip members as long as they are whole in what the reader has, and right. Stops, with
 * nothing of it skipped, before the first that is not: that one is for the slower way, which reads
 * on and tells what is wrong.
 */
export function* smallMembers(reader: ByteReader): Generator<Buffer> {
  let gathered: Buffer[] = [];
  let gatheredBytes = 0;
  for (;;) {
    const plain = smallMember(reader);
    if (plain !== null) {
      gathered.push(plain);
      gatheredBytes += plain.length;
    }
    if (gatheredBytes > 0 && (plain === null || gatheredBytes >= ENOUGH_BYTES)) {
      yield Buffer.concat(gathered);
      gathered = [];
      gatheredBytes = 0;
    }
    if (plain === null) return;
  }
}

function smallMember(reader: ByteReader): Buffer | null {
  const start = gzipHeaderLength(reader.current);
  if (typeof start !== "number" || start >= reader.current.length) return null;
  const inflated = inflate(reader.current.subarray(start, start + SMALL_MEMBER_BYTES));
  if (inflated === null) return null;
  const end = start + inflated.engine.bytesWritten;
  if (reader.current.length < end + TRAILER_BYTES) return null;
  const isRight =
    reader.current.readUInt32LE(end) === crc32(inflated.buffer) &&
    reader.current.readUInt32LE(end + 4) === inflated.buffer.length;
  if (!isRight) return null;
  reader.skip(end + TRAILER_BYTES);
  return inflated.buffer;
}

function inflate(stored: Buffer): { buffer: Buffer; engine: InflateRaw } | null {
  try {
    // With `info` the engine comes too, which knows where the deflate data ended.
    const options = { info: true, chunkSize: CHUNK_BYTES, maxOutputLength: MOST_PLAIN_BYTES };
    return inflateRawSync(stored, options) as unknown as { buffer: Buffer; engine: InflateRaw };
  } catch {
    return null;
  }
}
