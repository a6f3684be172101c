import type { LogEvent } from "../../model/log-event.ts";
import { objectRow, rowEvent } from "../insights-results/row-event.ts";
import { cloudWatchEvent, withoutLineEnd } from "../json/cloudwatch-event.ts";
import { epochMsOf } from "../json/event-time.ts";
import { isJsonObject } from "../json/parse-json.ts";
import type { JsonObject } from "../json/parse-json.ts";
import type { DecodeContext } from "../source.ts";
import { jsonText } from "../json/json-text.ts";

/** Fields of an event as CloudWatch gives it; a record with others was logged by a function. */
const CLOUDWATCH_FIELDS: ReadonlySet<string> = new Set(
  "message timestamp ingestionTime eventId id logStreamName logGroupName logGroupIdentifier".split(
    " ",
  ),
);

/**
 * One JSON record → the event that Lambda would have logged:
 *
 * - Telemetry and Logs API, JSON log format: `{time, type, record}`. Of types `function` and
 *   `extension` the record is what was printed; of `platform.*` the whole is the message.
 * - Lambda Insights and other embedded metrics (`_aws.Timestamp`), and records of the function's own
 *   (`timestamp` or `time`): the whole is the message.
 * - events of CloudWatch Logs and rows of Insights, one a line.
 *
 * Sources: Lambda guide, "Telemetry API Event schema reference" and "Log and event formats";
 * CloudWatch guide, "Embedded metric format specification".
 */
export function recordEvent(record: JsonObject, text: string, context: DecodeContext): LogEvent {
  const type = record["type"];
  if (typeof type === "string" && "record" in record) {
    const printed = record["record"];
    const isPrinted = type === "function" || type === "extension";
    if (!isPrinted) return event(text, record["time"], context);
    return event(
      typeof printed === "string" ? printed : jsonText(printed, text),
      record["time"],
      context,
    );
  }
  if (
    typeof record["message"] === "string" &&
    Object.keys(record).every((key) => CLOUDWATCH_FIELDS.has(key))
  ) {
    const found = cloudWatchEvent(record, context);
    if (found !== null) return found;
  }
  if ("@message" in record || "@requestId" in record) {
    const found = rowEvent(objectRow(record), context);
    if (found !== null) return found;
  }
  const metrics = record["_aws"];
  const metricTime = isJsonObject(metrics) ? metrics["Timestamp"] : undefined;
  return event(
    text,
    metricTime ?? record["timestamp"] ?? record["time"] ?? record["@timestamp"],
    context,
  );
}

function event(message: string, time: unknown, context: DecodeContext): LogEvent {
  return {
    message: withoutLineEnd(message),
    timestamp: epochMsOf(time),
    logGroup: context.logGroup,
    logStream: context.logStream,
  };
}
