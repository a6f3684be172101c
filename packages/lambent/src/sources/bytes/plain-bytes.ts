import { Problem } from "../../model/problem.ts";
import { base64Text } from "./base64-text.ts";
import { ByteReader } from "./byte-reader.ts";
import { gunzip } from "./gunzip.ts";
import type { OnDamage } from "./gunzip.ts";
import { MAGIC_BYTES, storedForm } from "./magic.ts";

import { utf16Text } from "./utf16-text.ts";

/** Firehose can compress what a subscription has compressed; base64 around both makes three. */
const MOST_LAYERS = 4;
const UTF8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

/**
 * Stored bytes → plain UTF-8 text bytes, judged by content, not by name: gzip (also several members,
 * also gzip in gzip), base64 of gzip, UTF-16 with its mark, or plain. `onDamage` hears why bytes are
 * missing; what can be read is given all the same.
 *
 * @throws Problem LAMBENT_UNSUPPORTED_FORMAT for Zstandard, zip, bzip2, xz, LZ4, Parquet and SQLite.
 */
export async function* plainBytes(
  stored: AsyncIterable<Buffer>,
  onDamage: OnDamage,
): AsyncGenerator<Buffer> {
  yield* peel(stored, onDamage, MOST_LAYERS);
}

async function* peel(
  stored: AsyncIterable<Buffer>,
  onDamage: OnDamage,
  layers: number,
): AsyncGenerator<Buffer> {
  const reader = new ByteReader(stored);
  try {
    await reader.has(MAGIC_BYTES);
    const form = layers === 0 ? "plain" : storedForm(reader.current);
    switch (form) {
      case "gzip":
        yield* peel(gunzip(reader, onDamage), onDamage, layers - 1);
        return;
      case "base64-gzip":
        yield* peel(base64Text(reader.rest()), onDamage, layers - 1);
        return;
      case "utf-16":
        yield* peel(utf16Text(reader.rest()), onDamage, layers - 1);
        return;
      case "plain":
        if (reader.current.subarray(0, 3).equals(UTF8_MARK)) reader.skip(3);
        yield* reader.rest();
        return;
      default:
        throw new Problem({
          code: "LAMBENT_UNSUPPORTED_FORMAT",
          kind: "bad-input",
          message: `This is a ${form} file, which Lambent does not read.`,
          nextStep: "Unpack or convert it first; gzip and plain text are read as they are.",
        });
    }
  } finally {
    await reader.close();
  }
}
