import { jsonHead } from "../json/json-head.ts";
import { isJsonObject } from "../json/parse-json.ts";
import type { JsonObject } from "../json/parse-json.ts";
import type { FormatName, LogFormat } from "../source.ts";
import { createEventsDecoder } from "./decoder.ts";

/** Answers of FilterLogEvents; also any `{"events": [{"message"}]}`. */
export const filterLogEvents: LogFormat = {
  name: "filter-log-events",
  matches: (head) => formOf(jsonHead(head).first) === "filter-log-events",
  createDecoder: createEventsDecoder,
};

/** Answers of GetLogEvents: their events do not name their stream. */
export const getLogEvents: LogFormat = {
  name: "get-log-events",
  matches: (head) => formOf(jsonHead(head).first) === "get-log-events",
  createDecoder: createEventsDecoder,
};

function formOf(first: unknown): FormatName | null {
  const document = isJsonObject(first) ? first : null;
  const events = document === null ? first : document["events"];
  if (!Array.isArray(events)) return null;
  const event = (events as unknown[]).find(isJsonObject);
  if (document !== null) {
    if ("nextForwardToken" in document || "nextBackwardToken" in document) return "get-log-events";
    // Without events only the keys around them tell (an empty answer, or a head cut short).
    if (event === undefined) return isAnswer(document) ? "filter-log-events" : null;
  }
  // The first event may be cut off in the head after any of its fields.
  if (event === undefined || !isEvent(event, document !== null)) return null;
  return "ingestionTime" in event && !("eventId" in event) && !("logStreamName" in event)
    ? "get-log-events"
    : "filter-log-events";
}

function isAnswer(document: JsonObject): boolean {
  return "searchedLogStreams" in document || Object.keys(document).length === 1;
}

function isEvent(event: JsonObject, isInAnswer: boolean): boolean {
  if ("logStreamName" in event || "ingestionTime" in event || "eventId" in event) return true;
  return (
    typeof event["message"] === "string" && (isInAnswer || typeof event["timestamp"] === "number")
  );
}
