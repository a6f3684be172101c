import { crc32 } from "node:zlib";
import type { ByteReader } from "./byte-reader.ts";
import { gzipHeaderLength } from "./gzip-header.ts";
import { MemberInflation } from "./inflate-member.ts";
import { SMALL_MEMBER_BYTES, smallMembers } from "./small-members.ts";

/** Stored bytes given to zlib at once; what follows from them is in memory at once. */
const MOST_SLICE_BYTES = 131_072;
const LEAST_SLICE_BYTES = 1_024;
/** Plain bytes from one slice above which slices are made smaller (deflate grows by up to 1,032). */
const LARGE_OUTPUT_BYTES = 2_097_152;
/** Stored bytes of a member that are kept, so that damage in it costs as little as can be. */
const KEPT_BYTES = 4_194_304;
const RESCUE_CHUNK_BYTES = 512;
/** CRC-32 and length of the plain bytes, behind the deflate data (RFC 1952, 2.3.1). */
const TRAILER_BYTES = 8;

/** Told what is wrong with the stored bytes, in a sentence. */
export type OnDamage = (problem: string) => void;

/**
 * Gzip members, one after the other, → their plain bytes (RFC 1952). All that can be read is given:
 * of a cut-off member what stands before the cut, of a damaged one what stands before the damage.
 * Bytes behind the last member that are no member end the reading. Memory is bounded whatever the
 * ratio of compression.
 */
export async function* gunzip(reader: ByteReader, onDamage: OnDamage): AsyncGenerator<Buffer> {
  for (let members = 0; ; members += 1) {
    const header = await readHeader(reader);
    if (header === "end") return;
    if (header === "cut") {
      onDamage("It is cut off inside a gzip header.");
      return;
    }
    if (header === "bad") {
      if (members === 0) onDamage("It starts like gzip, and its header is damaged.");
      else if (reader.current[0] !== 0)
        onDamage("Behind its gzip data are bytes that are not gzip.");
      return;
    }
    const stored = yield* readMember(reader, onDamage);
    if (stored === null) return;
    if (stored <= SMALL_MEMBER_BYTES) yield* smallMembers(reader);
  }
}

async function readHeader(reader: ByteReader): Promise<"end" | "cut" | "bad" | "read"> {
  if (!(await reader.has(1))) return "end";
  for (;;) {
    const length = gzipHeaderLength(reader.current);
    if (length === "bad") return "bad";
    if (length !== "more") {
      reader.skip(length);
      return "read";
    }
    if (!(await reader.more())) return "cut";
  }
}

/** Stored bytes of the member; null where its end is not reached, so that no other can follow. */
async function* readMember(
  reader: ByteReader,
  onDamage: OnDamage,
): AsyncGenerator<Buffer, number | null> {
  const inflation = new MemberInflation();
  const kept = new KeptBytes();
  let checksum = 0;
  let plainBytes = 0;
  let storedBytes = 0;
  let sliceBytes = LEAST_SLICE_BYTES * 16;
  let ready: Buffer[] = [];
  try {
    while (!inflation.ended) {
      if (!(await reader.has(1))) {
        yield* ready;
        onDamage("Its gzip data is cut off: the end is missing.");
        return null;
      }
      const slice = reader.current.subarray(0, sliceBytes);
      kept.add(slice);
      const inflated = inflation.write(slice);
      // zlib's thread works on this slice while this one and the consumer work on the last output.
      for (const chunk of ready) {
        checksum = crc32(chunk, checksum);
        yield chunk;
      }
      await inflated;
      ready = inflation.take();
      let sliceOutputBytes = 0;
      for (const chunk of ready) sliceOutputBytes += chunk.length;
      plainBytes += sliceOutputBytes;
      if (inflation.failed) {
        yield* ready;
        yield* kept.rescue(plainBytes);
        onDamage("Its gzip data is damaged: what stands behind the damage cannot be read.");
        return null;
      }
      reader.skip(slice.length - inflation.unusedBytes);
      storedBytes += slice.length - inflation.unusedBytes;
      if (sliceOutputBytes > LARGE_OUTPUT_BYTES) {
        sliceBytes = Math.max(LEAST_SLICE_BYTES, sliceBytes >> 2);
      } else if (sliceOutputBytes < LARGE_OUTPUT_BYTES / 4) {
        sliceBytes = Math.min(MOST_SLICE_BYTES, sliceBytes << 1);
      }
    }
    for (const chunk of ready) {
      checksum = crc32(chunk, checksum);
      yield chunk;
    }
  } finally {
    inflation.close();
  }
  if (!(await reader.has(TRAILER_BYTES))) {
    onDamage("Its gzip data is cut off: the checksum is missing.");
    return null;
  }
  const trailer = reader.current;
  if (trailer.readUInt32LE(0) !== checksum || trailer.readUInt32LE(4) !== plainBytes % 2 ** 32) {
    onDamage("Its gzip data is damaged: the checksum does not fit, so some bytes may be wrong.");
  }
  reader.skip(TRAILER_BYTES);
  return storedBytes;
}

/** The stored bytes of a member, as long as they are few. */
class KeptBytes {
  #slices: Buffer[] | null = [];
  #bytes = 0;

  add(slice: Buffer): void {
    this.#bytes += slice.length;
    if (this.#bytes > KEPT_BYTES) this.#slices = null;
    else this.#slices?.push(slice);
  }

  /**
   * zlib gives nothing from the call that meets the damage. So the member is inflated again in very
   * small calls, and what lies behind the first `given` plain bytes is given.
   */
  async *rescue(given: number): AsyncGenerator<Buffer> {
    if (this.#slices === null) return;
    const inflation = new MemberInflation(RESCUE_CHUNK_BYTES);
    let at = 0;
    try {
      for (const slice of this.#slices) {
        await inflation.write(slice);
        for (const chunk of inflation.take()) {
          const fresh = chunk.subarray(Math.max(0, given - at));
          at += chunk.length;
          if (fresh.length > 0) yield fresh;
        }
        if (inflation.failed) return;
      }
    } finally {
      inflation.close();
    }
  }
}
