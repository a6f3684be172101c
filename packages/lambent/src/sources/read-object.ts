import { Problem } from "../model/problem.ts";
import { ByteReader } from "./bytes/byte-reader.ts";
import { plainBytes } from "./bytes/plain-bytes.ts";
import { detectFormat, HEAD_BYTES } from "./detect.ts";
import { reason } from "./files/reason.ts";
import type { EventSink, FormatName, LogObject } from "./source.ts";

/** What came of reading an object. */
export interface ObjectRead {
  readonly format: FormatName;
  /** As stored (compressed). */
  readonly bytes: number;
  /** Why not all of it could be read, in sentences for a person; null where all was. */
  readonly problem: string | null;
}

/**
 * Reads one object to its end: opens, decompresses, detects its form and gives its events to the
 * sink, in bounded memory. `onBytes` hears of stored bytes as they are read; `pause` is awaited
 * after every piece of plain bytes, so that the sink can be as slow as it must. Whatever is wrong with
 * the bytes is told in `problem`, and all that can be read is given; only what the sink throws is
 * thrown.
 */
export async function readObject(
  object: LogObject,
  sink: EventSink,
  onBytes: (bytes: number) => void = () => undefined,
  pause: () => Promise<void> | null = () => null,
): Promise<ObjectRead> {
  let bytes = 0;
  const problems = new Set<string>();
  let format: FormatName = "empty";
  const stored = counted(object, (count) => {
    bytes += count;
    onBytes(count);
  });
  const reader = new ByteReader(guarded(stored, problems));
  try {
    await reader.has(HEAD_BYTES);
    const found = detectFormat(reader.current);
    format = found.name;
    const decoder = found.createDecoder(
      object,
      found.givesBytes === true ? sink : withEventBytes(sink),
    );
    for await (const chunk of reader.rest()) {
      decoder.write(chunk);
      await pause();
    }
    decoder.end();
  } finally {
    await reader.close();
  }
  return { format, bytes, problem: problems.size === 0 ? null : [...problems].join(" ") };
}

/** Serves `eventBytes` where a decoder makes strings of all events anyway. */
function withEventBytes(sink: EventSink): EventSink {
  const { eventBytes } = sink;
  if (eventBytes === undefined) return sink;
  return {
    needles: null,
    event(event) {
      const bytes = Buffer.from(event.message);
      eventBytes(bytes, 0, bytes.length, event.timestamp, event.logGroup, event.logStream);
      sink.event(event);
    },
    unreadable: (sample) => sink.unreadable(sample),
  };
}

async function* counted(
  object: LogObject,
  onBytes: (bytes: number) => void,
): AsyncGenerator<Buffer> {
  for await (const chunk of object.open()) {
    onBytes(chunk.length);
    yield chunk;
  }
}

/** Ends the bytes where they cannot be read on, and says why. */
async function* guarded(
  stored: AsyncIterable<Buffer>,
  problems: Set<string>,
): AsyncGenerator<Buffer> {
  try {
    yield* plainBytes(stored, (problem) => problems.add(problem));
  } catch (error) {
    problems.add(
      error instanceof Problem
        ? `${error.message} ${error.nextStep} (${error.code})`
        : reason(error),
    );
  }
}
