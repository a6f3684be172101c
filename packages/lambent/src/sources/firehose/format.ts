import { isJsonObject } from "../json/parse-json.ts";
import { jsonHead } from "../json/json-head.ts";
import type { LogFormat } from "../source.ts";
import { createSubscriptionDecoder } from "../subscription-filter/decoder.ts";
import { isSubscriptionMessage } from "../subscription-filter/messages.ts";

/**
 * Objects that Firehose wrote: messages of a subscription filter one after the other, with or without
 * line ends (compressed ones come as gzip members). Also what it posts to an HTTP endpoint. Source:
 * Firehose guide, "Send CloudWatch Logs to Firehose" and "HTTP endpoint delivery request".
 */
export const firehose: LogFormat = {
  name: "firehose",
  matches(head) {
    const { first, firstBytes } = jsonHead(head);
    if (!isJsonObject(first)) return false;
    if (isSubscriptionMessage(first)) {
      return firstBytes !== null && head.toString("latin1", firstBytes).trim() !== "";
    }
    return typeof first["requestId"] === "string" && Array.isArray(first["records"]);
  },
  createDecoder: createSubscriptionDecoder,
};
