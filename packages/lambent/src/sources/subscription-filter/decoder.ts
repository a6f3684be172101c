import { JsonValues } from "../json/json-values.ts";
import { jsonFilter } from "../json/needles.ts";
import { parseJson } from "../json/parse-json.ts";
import type { DecodeContext, Decoder, EventSink } from "../source.ts";
import { readSubscription } from "./messages.ts";

const ENVELOPES = ['"awslogs"', '"Records"', '"records"'].map((key) => Buffer.from(key));

/** Messages of subscription filters, one or many, with or without anything between them. */
export function createSubscriptionDecoder(context: DecodeContext, sink: EventSink): Decoder {
  const matters = jsonFilter(sink);
  return new JsonValues(
    {
      value(bytes) {
        // In an envelope the messages are compressed, and needles cannot be seen.
        if (matters !== null && !matters(bytes) && !isEnvelope(bytes)) return;
        if (!readSubscription(parseJson(bytes), context, sink)) this.garbage(bytes);
      },
      element() {},
      garbage: (sample) => sink.unreadable(sample.toString("utf8", 0, 300)),
    },
    { resume: "object", beginning: '{"messageType"' },
  );
}

function isEnvelope(bytes: Buffer): boolean {
  return ENVELOPES.some((key) => bytes.includes(key));
}
