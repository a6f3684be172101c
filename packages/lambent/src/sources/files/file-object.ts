import { open } from "node:fs/promises";
import type { BigIntStats } from "node:fs";
import type { LogObject } from "../source.ts";
import { placeOf } from "./place.ts";

/** Bytes asked for in one read: large enough that the calls cost nothing, small beside any budget. */
const READ_BYTES = 262_144;

/**
 * A file as a log object. `etag` is size and time of last change in nanoseconds; pipes and devices,
 * whose content is not kept, have a size of null.
 */
export function fileObject(path: string, stats: BigIntStats): LogObject {
  return {
    ...unmeasuredFile(path),
    sizeBytes: stats.isFile() ? Number(stats.size) : null,
    etag: `${stats.size}-${stats.mtimeNs}`,
  };
}

/** A file that is only to be read: it may be gone by now, which is told when it is opened. */
export function unmeasuredFile(path: string): LogObject {
  return { name: path, sizeBytes: null, etag: "", ...placeOf(path), open: () => readFile(path) };
}

/** The next read is under way while the consumer works on the last one. */
async function* readFile(path: string): AsyncGenerator<Buffer> {
  const file = await open(path);
  let pending: Promise<Buffer> | null = null;
  const next = async (): Promise<Buffer> => {
    const buffer = Buffer.allocUnsafeSlow(READ_BYTES);
    const { bytesRead } = await file.read(buffer, 0, READ_BYTES, null);
    return buffer.subarray(0, bytesRead);
  };
  try {
    pending = next();
    for (;;) {
      const chunk: Buffer = await pending;
      pending = null;
      if (chunk.length === 0) return;
      pending = next();
      // Marks a failure as seen; it is raised by the `await` above.
      pending.catch(() => undefined);
      yield chunk;
    }
  } finally {
    if (pending !== null) await pending.catch(() => undefined);
    await file.close();
  }
}
