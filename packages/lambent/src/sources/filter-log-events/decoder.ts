import { cloudWatchEvent } from "../json/cloudwatch-event.ts";
import { JsonValues } from "../json/json-values.ts";
import { jsonFilter } from "../json/needles.ts";
import { isJsonObject, parseJson } from "../json/parse-json.ts";
import type { DecodeContext, Decoder, EventSink } from "../source.ts";

/**
 * Answers of FilterLogEvents and GetLogEvents, whole or only their `events`, page after page, as the
 * AWS CLI and the SDKs print them. Events are read one by one, so a long answer needs no memory.
 */
export function createEventsDecoder(context: DecodeContext, sink: EventSink): Decoder {
  const matters = jsonFilter(sink);
  const read = (bytes: Buffer): boolean => {
    if (matters !== null && !matters(bytes)) return true;
    const record = parseJson(bytes);
    const event = isJsonObject(record) ? cloudWatchEvent(record, context) : null;
    if (event !== null) sink.event(event);
    return event !== null;
  };
  const unreadable = (bytes: Buffer): void => sink.unreadable(bytes.toString("utf8", 0, 300));
  return new JsonValues(
    {
      value(bytes) {
        // A page without events, or an event by itself.
        if (!read(bytes) && bytes.includes('"message"')) unreadable(bytes);
      },
      element(bytes, array) {
        if ((array === "events" || array === "") && !read(bytes)) unreadable(bytes);
      },
      garbage: unreadable,
    },
    { arrays: ["events", "searchedLogStreams"], openOutermost: true, resume: "object" },
  );
}
