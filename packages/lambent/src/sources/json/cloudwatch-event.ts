import type { LogEvent } from "../../model/log-event.ts";
import type { DecodeContext } from "../source.ts";
import { epochMsOf } from "./event-time.ts";
import { textOf } from "./parse-json.ts";
import type { JsonObject } from "./parse-json.ts";

/**
 * One event as CloudWatch Logs gives it: FilteredLogEvent, OutputLogEvent, LiveTailSessionLogEvent or
 * an element of a subscription's `logEvents` (CloudWatch Logs API reference). Null without a message.
 */
export function cloudWatchEvent(record: JsonObject, context: DecodeContext): LogEvent | null {
  const message = record["message"];
  if (typeof message !== "string") return null;
  return {
    message: withoutLineEnd(message),
    timestamp: epochMsOf(record["timestamp"]),
    logGroup: groupName(record["logGroupIdentifier"] ?? record["logGroupName"]) ?? context.logGroup,
    logStream: textOf(record["logStreamName"]) ?? context.logStream,
  };
}

/** The name in a log group's ARN, in `ACCOUNT:NAME` (Insights' `@log`), or the name itself. */
export function groupName(value: unknown): string | null {
  const text = textOf(value);
  if (text === null) return null;
  return /(?:^|:)log-group:([^:]+)/.exec(text)?.[1] ?? text.replace(/^\d{12}:/, "");
}

/** Functions print lines; the line end is not part of what they say. */
export function withoutLineEnd(message: string): string {
  let end = message.length;
  while (end > 0 && (message[end - 1] === "\n" || message[end - 1] === "\r")) end -= 1;
  return end === message.length ? message : message.slice(0, end);
}
