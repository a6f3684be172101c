import { gunzipSync } from "node:zlib";
import type { LogEvent } from "../../model/log-event.ts";
import { cloudWatchEvent } from "../json/cloudwatch-event.ts";
import { isJsonObject, parseJsonText, textOf } from "../json/parse-json.ts";
import type { JsonObject } from "../json/parse-json.ts";
import type { DecodeContext, EventSink } from "../source.ts";
import { jsonText } from "../json/json-text.ts";

const TOO_DEEP = "JSON that is nested too deeply to be shown";

/** Plain bytes of one payload. CloudWatch sends at most 1 MB compressed to Kinesis, 6 MB to Lambda. */
const LARGEST_PAYLOAD_BYTES = 67_108_864;

/**
 * Gives the events of a subscription filter's message, in whatever it was wrapped on its way:
 *
 * - the message itself: `{messageType, owner, logGroup, logStream, subscriptionFilters, logEvents}`;
 * - a Lambda event: `{awslogs: {data}}`, base64 of gzip;
 * - Kinesis records: `{Records: [{kinesis: {data}}]}` (event) or `{Records: [{Data}]}` (GetRecords);
 * - Firehose: `{records: [{data}]}` (HTTP endpoint, transformation event).
 *
 * A CONTROL_MESSAGE, with which CloudWatch tests the way, gives none. False where the value is none
 * of these. Source: CloudWatch Logs guide, "Real-time processing of log data with subscriptions".
 */
export function readSubscription(value: unknown, context: DecodeContext, sink: EventSink): boolean {
  if (!isJsonObject(value)) return false;
  if (isSubscriptionMessage(value)) {
    if (value["messageType"] === "DATA_MESSAGE") readMessage(value, context, sink);
    return true;
  }
  const payloads = payloadsOf(value);
  if (payloads === null) return false;
  for (const payload of payloads) readPayload(payload, context, sink);
  return true;
}

/** Whether the value is a message of a subscription filter, not wrapped. Pure. */
export function isSubscriptionMessage(value: JsonObject): boolean {
  const type = value["messageType"];
  return type === "DATA_MESSAGE" || type === "CONTROL_MESSAGE";
}

/** The base64 payloads in an envelope; null where the value is no envelope. Pure. */
export function payloadsOf(value: JsonObject): string[] | null {
  const awslogs = value["awslogs"];
  if (isJsonObject(awslogs) && typeof awslogs["data"] === "string") return [awslogs["data"]];
  const records = value["Records"] ?? value["records"];
  if (!Array.isArray(records)) return null;
  const payloads: string[] = [];
  for (const record of records as unknown[]) {
    if (!isJsonObject(record)) continue;
    const kinesis = isJsonObject(record["kinesis"]) ? record["kinesis"] : record;
    const data = textOf(kinesis["data"] ?? kinesis["Data"]);
    if (data !== null) payloads.push(data);
  }
  return payloads.length > 0 || records.length === 0 ? payloads : null;
}

function readPayload(payload: string, context: DecodeContext, sink: EventSink): void {
  const stored = Buffer.from(payload, "base64");
  let text: string;
  try {
    const isGzip = stored[0] === 0x1f && stored[1] === 0x8b;
    const plain = isGzip ? gunzipSync(stored, { maxOutputLength: LARGEST_PAYLOAD_BYTES }) : stored;
    text = plain.toString("utf8");
  } catch {
    sink.unreadable(payload.slice(0, 300));
    return;
  }
  const value = parseJsonText(text);
  if (!isJsonObject(value) || !isSubscriptionMessage(value)) sink.unreadable(text.slice(0, 300));
  else if (value["messageType"] === "DATA_MESSAGE") readMessage(value, context, sink);
}

function readMessage(value: JsonObject, context: DecodeContext, sink: EventSink): void {
  const events = value["logEvents"];
  if (!Array.isArray(events)) {
    sink.unreadable(jsonText(value, TOO_DEEP).slice(0, 300));
    return;
  }
  const inside: DecodeContext = {
    logGroup: textOf(value["logGroup"]) ?? context.logGroup,
    logStream: textOf(value["logStream"]) ?? context.logStream,
  };
  for (const element of events as unknown[]) {
    const event: LogEvent | null = isJsonObject(element) ? cloudWatchEvent(element, inside) : null;
    if (event !== null) sink.event(event);
    else sink.unreadable(jsonText(element, TOO_DEEP).slice(0, 300));
  }
}
