import type { FormatName, LogFormat } from "../source.ts";
import { ColourlessDecoder, startsColoured, withoutColours } from "./colours.ts";
import { createTextLinesDecoder } from "./decoder.ts";
import { readPrefix, startsLikeStream } from "./line-prefix.ts";

/** Bytes of the head in which the first prefix stands, with its colours. */
const PREFIX_BYTES = 1_024;
/** `2026-01-31T12:00:00 `, without a fraction or a zone: only `aws logs tail --format short` prints it. */
const SHORT_PREFIX_BYTES = 20;
const UPPER_T = 84;
const SPACE = 32;
const TAB = 9;

function format(name: FormatName, matches: (head: Buffer) => boolean): LogFormat {
  return {
    name,
    givesBytes: true,
    matches: (head) =>
      matches(startsColoured(head) ? withoutColours(head.subarray(0, PREFIX_BYTES)) : head),
    createDecoder: (context, sink) => new ColourlessDecoder(createTextLinesDecoder(context, sink)),
  };
}

/** Every form of text lines; the first that matches names the source, and all are read alike. */
export const textFormats: readonly LogFormat[] = [
  format("sam-logs", (head) => startsLikeStream(head, 0) && readPrefix(head, 0) !== null),
  format("aws-logs-tail", (head) => {
    const prefix = readPrefix(head, 0);
    if (prefix === null) return false;
    const isShort = prefix.messageStart === SHORT_PREFIX_BYTES && head[10] === UPPER_T;
    return prefix.logStream !== null || (isShort && head[SHORT_PREFIX_BYTES - 1] === SPACE);
  }),
  format("s3-export", (head) => {
    const prefix = readPrefix(head, 0);
    if (prefix === null || prefix.messageStart === 0) return false;
    // A time on a line of its own is a copy from the console.
    const last = head[prefix.messageStart - 1];
    return last === SPACE || last === TAB;
  }),
  format("plain-text", () => true),
];
