import { isJsonObject } from "../json/parse-json.ts";
import { jsonHead } from "../json/json-head.ts";
import type { LogFormat } from "../source.ts";
import { createSubscriptionDecoder } from "./decoder.ts";
import { isSubscriptionMessage, payloadsOf } from "./messages.ts";

/** One payload of a subscription filter: the message, a Lambda event, or Kinesis records. */
export const subscriptionFilter: LogFormat = {
  name: "subscription-filter",
  matches(head) {
    const { first } = jsonHead(head);
    if (!isJsonObject(first)) return false;
    if (isSubscriptionMessage(first)) return true;
    // A payload that goes on behind the head is cut off in it; then its key stands for it.
    return payloadsOf(first) !== null || hasCutPayload(head);
  },
  createDecoder: createSubscriptionDecoder,
};

function hasCutPayload(head: Buffer): boolean {
  return /^\s*\{\s*"(?:awslogs"\s*:\s*\{\s*"data"\s*:\s*"H4sI|[Rr]ecords"\s*:)/.test(
    head.toString("latin1", 0, 256),
  );
}
