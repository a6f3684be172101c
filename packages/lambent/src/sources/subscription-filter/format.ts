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
    return payloadsOf(first) !== null;
  },
  createDecoder: createSubscriptionDecoder,
};
