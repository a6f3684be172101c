import { cloudWatchEvent } from "../json/cloudwatch-event.ts";
import { jsonHead } from "../json/json-head.ts";
import { JsonValues } from "../json/json-values.ts";
import { isJsonObject, parseJson } from "../json/parse-json.ts";
import type { DecodeContext, Decoder, EventSink, LogFormat } from "../source.ts";
import { jsonText } from "../json/json-text.ts";

/**
 * Messages of a StartLiveTail session, one after the other: `{sessionStart}`, and
 * `{sessionUpdate: {sessionResults: [...]}}` with at most 500 events (CloudWatch Logs API reference).
 */
export const liveTail: LogFormat = {
  name: "live-tail",
  matches(head) {
    const { first } = jsonHead(head);
    const message = Array.isArray(first) ? (first as unknown[])[0] : first;
    return (
      isJsonObject(message) &&
      ("sessionStart" in message || "sessionUpdate" in message || "sessionResults" in message)
    );
  },
  createDecoder(context: DecodeContext, sink: EventSink): Decoder {
    const unreadable = (bytes: Buffer): void => sink.unreadable(bytes.toString("utf8", 0, 300));
    const read = (bytes: Buffer): void => {
      const message = parseJson(bytes);
      if (!isJsonObject(message)) {
        unreadable(bytes);
        return;
      }
      const update = isJsonObject(message["sessionUpdate"]) ? message["sessionUpdate"] : message;
      const results = update["sessionResults"];
      for (const result of Array.isArray(results) ? (results as unknown[]) : []) {
        const event = isJsonObject(result) ? cloudWatchEvent(result, context) : null;
        if (event !== null) sink.event(event);
        else
          sink.unreadable(
            jsonText(result, "JSON that is nested too deeply to be shown").slice(0, 300),
          );
      }
    };
    return new JsonValues(
      { value: read, element: read, garbage: unreadable },
      { openOutermost: true, resume: "object" },
    );
  },
};
