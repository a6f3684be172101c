import type { FormatName, LogFormat } from "../source.ts";
import { createTextLinesDecoder } from "./decoder.ts";
import { readPrefix, startsLikeStream } from "./line-prefix.ts";

function format(name: FormatName, matches: (head: Buffer) => boolean): LogFormat {
  return { name, givesBytes: true, matches, createDecoder: createTextLinesDecoder };
}

/** Every form of text lines; the first that matches names the source, and all are read alike. */
export const textFormats: readonly LogFormat[] = [
  format("sam-logs", (head) => startsLikeStream(head, 0) && readPrefix(head, 0) !== null),
  format("aws-logs-tail", (head) => (readPrefix(head, 0)?.logStream ?? null) !== null),
  format("s3-export", (head) => {
    const prefix = readPrefix(head, 0);
    return prefix !== null && prefix.messageStart > 0;
  }),
  format("plain-text", () => true),
];
